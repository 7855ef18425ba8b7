package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.util.List;

/**
 * The service processed the request and rejected it: it returned status 400, 406, 409, 422 or another 4xx status that
 * has no exception type of its own.
 */
public final class RejectedException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    /**
     * Creates an exception. Intended for implementers of {@link TimeTracker}.
     *
     * @param errors the service's individual messages, each preceded by its field if the service names one
     */
    public RejectedException(Failure failure, List<String> errors) {
        super(failure, "rejected");
        this.errors = List.copyOf(errors);
    }

    /**
     * Returns the service's individual messages, each preceded by its field if the service names one; may be
     * empty.
     */
    public List<String> errors() {
        return errors;
    }
}
