package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The thread was interrupted. The call was cancelled immediately, and the thread's interrupt flag is set. */
public final class CallInterruptedException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public CallInterruptedException(Failure failure) {
        super(failure, "interrupted");
    }
}
