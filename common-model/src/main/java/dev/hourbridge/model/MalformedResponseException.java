package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * The response is not what the service documents: another content type, another root, a value of the wrong form, more
 * bytes than the cap, or an end in the middle.
 */
public final class MalformedResponseException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public MalformedResponseException(Failure failure) {
        super(failure, "malformed-response");
    }
}
