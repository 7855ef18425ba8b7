package dev.hourbridge.simulators.teampulse.odata;

/** Thrown for a query option that cannot be parsed. */
public final class ODataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ODataException(String message) {
        // No stack trace, because the exception becomes a response and is never reported.
        super(message, null, false, false);
    }
}
