package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The service failed: it returned status 5xx or 408. A write may still have been executed; see {@link #outcome()}. */
public final class ServerException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public ServerException(Failure failure) {
        super(failure, "server");
    }
}
