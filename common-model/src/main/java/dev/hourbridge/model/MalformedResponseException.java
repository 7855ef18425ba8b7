package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * The response is not in the form that the service documents. It has an unexpected content type, an unexpected root
 * element or a value of the wrong form, exceeds the size limit, or is incomplete.
 */
public final class MalformedResponseException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public MalformedResponseException(Failure failure) {
        super(failure, "malformed-response");
    }
}
