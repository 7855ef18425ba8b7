package dev.hourbridge.cli;

/** Thrown if an option is invalid. The message names the option. */
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
