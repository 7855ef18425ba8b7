package dev.hourbridge.cli;

/** An option cannot be right. Its message names the option. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
