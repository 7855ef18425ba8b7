package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * No complete response was received: the connection could not be opened, was lost, or exceeded a timeout. For a write,
 * {@link #outcome()} states whether anything was sent.
 */
public final class ConnectionException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public ConnectionException(Failure failure) {
        super(failure, "connection");
    }
}
