package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** A list could not be read whole: it repeated a page, or changed under every attempt. Nothing that was handed out is wrong, but something may be missing. */
public final class ListChangedException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception; for implementers of {@link TimeTracker}. */
    public ListChangedException(Failure failure) {
        super(failure, "list-changed");
    }
}
