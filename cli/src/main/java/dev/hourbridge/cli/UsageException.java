package dev.hourbridge.cli;

/** Thrown for an invalid option. The message names it. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the option, the problem and the remedy
     */
    UsageException(String message) {
        super(message);
    }
}
