package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The object does not exist, or the credentials may not read it: the service returned status 404. */
public final class NotFoundException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public NotFoundException(Failure failure) {
        super(failure, "not-found");
    }
}
