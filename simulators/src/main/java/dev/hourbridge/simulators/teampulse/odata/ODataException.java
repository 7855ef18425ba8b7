package dev.hourbridge.simulators.teampulse.odata;

/** A query option that cannot be understood. */
public final class ODataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ODataException(String message) {
        // It becomes an answer: nobody will read its stack.
        super(message, null, false, false);
    }
}
