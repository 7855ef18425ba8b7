package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The credentials are valid but lack permission for this request: the service returned status 403. */
public final class PermissionException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public PermissionException(Failure failure) {
        super(failure, "permission");
    }
}
