package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/** The service answered with a redirect. None is followed, so that neither credentials nor a body reach another place; mend the base URL. */
public final class RedirectException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** For implementers of {@link TimeTracker}. */
    public RedirectException(Failure failure) {
        super(failure, "redirect");
    }
}
