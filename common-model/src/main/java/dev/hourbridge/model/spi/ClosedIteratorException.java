package dev.hourbridge.model.spi;

/** Thrown by an iterator that was closed before its end and is asked for another element. */
final class ClosedIteratorException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ClosedIteratorException() {
        super("The list was closed before its end.");
    }
}
