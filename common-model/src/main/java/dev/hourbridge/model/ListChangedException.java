package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * A list could not be read completely: it repeated a page, or changed during every attempt. The items already returned
 * are correct, but others may be missing.
 */
public final class ListChangedException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public ListChangedException(Failure failure) {
        super(failure, "list-changed");
    }
}
