package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The service rejected the credentials with status 401, and a new token, if one could be requested, did not help. */
public final class AuthenticationException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public AuthenticationException(Failure failure) {
        super(failure, "authentication");
    }
}
