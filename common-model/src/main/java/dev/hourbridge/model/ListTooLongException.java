package dev.hourbridge.model;

/** A list has more rows than the service gives for one query, and could not be asked for in shorter ranges of days. Nothing is known of the rows beyond. */
public final class ListTooLongException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    /** For implementers of {@link TimeTracker}. */
    public ListTooLongException(Failure failure) {
        super(failure, "list-too-long");
    }
}
