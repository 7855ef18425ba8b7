package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * The service returned a redirect. The clients never follow redirects, so neither credentials nor a body reach another
 * host. Correct the base URL.
 */
public final class RedirectException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Intended for implementers of {@link TimeTracker}. */
    public RedirectException(Failure failure) {
        super(failure, "redirect");
    }
}
