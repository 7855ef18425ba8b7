package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.util.List;

/**
 * The service read the request and rejected it: status 400, 406, 409, 422, or another 4xx status without a type of its
 * own.
 */
public final class RejectedException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    /**
     * Creates an exception; for implementers of {@link TimeTracker}.
     *
     * @param errors the service's messages one by one, each led by its field where it names one
     */
    public RejectedException(Failure failure, List<String> errors) {
        super(failure, "rejected");
        this.errors = List.copyOf(errors);
    }

    /** Returns the service's messages one by one, each led by its field where it names one; maybe none. */
    public List<String> errors() {
        return errors;
    }
}
