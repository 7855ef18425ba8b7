package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** There is no such object, or the credentials may not see it: a 404. */
public final class NotFoundException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public NotFoundException(Failure failure) {
        super(failure, "not-found");
    }
}
