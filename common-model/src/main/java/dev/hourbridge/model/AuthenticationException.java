package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The service did not accept the credentials: a 401 that a fresh token did not fix. */
public final class AuthenticationException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public AuthenticationException(Failure failure) {
        super(failure, "authentication");
    }
}
