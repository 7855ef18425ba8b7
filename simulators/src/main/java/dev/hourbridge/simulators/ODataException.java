package dev.hourbridge.simulators;

/** A query option that cannot be understood. */
final class ODataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ODataException(String message) {
        // It becomes an answer: nobody will read its stack.
        super(message, null, false, false);
    }
}
