package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The credentials are good, but may not do this: a 403. */
public final class PermissionException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public PermissionException(Failure failure) {
        super(failure, "permission");
    }
}
