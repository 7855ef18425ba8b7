package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;

/**
 * A list is too long. Either it has more rows than the service returns for one query and cannot be requested in shorter
 * ranges of days, or it has more rows than the client is configured to read. Nothing is known about the remaining rows.
 */
public final class ListTooLongException extends HourbridgeException {
    private static final long serialVersionUID = 1L;

    private final boolean capped;

    /**
     * Creates an exception. Intended for implementers of {@link TimeTracker} whose service does not return the
     * remaining rows of a query.
     */
    public ListTooLongException(Failure failure) {
        this(failure, false);
    }

    private ListTooLongException(Failure failure, boolean capped) {
        super(failure, "list-too-long");
        this.capped = capped;
    }

    /**
     * Returns an exception for a list that does not state its total and exceeds the client's cap.
     *
     * @param maxRows the cap, which the option {@code maxListRows} sets
     */
    public static ListTooLongException beyondCap(long maxRows) {
        String message = "The list does not state its total and has more than " + maxRows
                + " rows, the limit set by maxListRows. Raise the limit, or list a shorter range.";
        return new ListTooLongException(Failure.builder(message).build(), true);
    }

    /**
     * Returns whether the list is longer than the option {@code maxListRows} allows. If so, the client does not request
     * shorter ranges of days automatically.
     */
    public boolean isCapped() {
        return capped;
    }
}
