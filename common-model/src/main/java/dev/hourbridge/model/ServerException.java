package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The service failed: a 5xx, or a 408. For a write it may have been done all the same; see {@link #outcome()}. */
public final class ServerException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public ServerException(Failure failure) {
        super(failure, "server");
    }
}
