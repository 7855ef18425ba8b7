package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * The response is not what the service documents: it has an unexpected content type, an unexpected root or a value of
 * the wrong form, it has more bytes than the cap, or it is incomplete.
 */
public final class MalformedResponseException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public MalformedResponseException(Failure failure) {
        super(failure, "malformed-response");
    }
}
