package dev.hourbridge.cli;

/** An option cannot be right. Its message names the option. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with which option, and what to give
     */
    UsageException(String message) {
        super(message);
    }
}
