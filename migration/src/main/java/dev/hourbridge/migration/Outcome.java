package dev.hourbridge.migration;

/**
 * How a step ended. If several apply, a report has the one that comes first here: they are in the order in which they
 * matter. Constants may be added: use a default branch.
 */
public enum Outcome {
    /** The thread was interrupted; run again to continue. */
    INTERRUPTED,
    /** The service rejected the credentials or redirected; nothing more was sent. */
    CONFIGURATION,
    /**
     * A decision is missing: something is unmapped, or unknown to the target, equal rows were there before,
     * or a canary came back different.
     */
    NEEDS_INPUT,
    /** A side could not be read or written for now; run again to continue. */
    TEMPORARY,
    /** The target is not as planned, or a row may be a duplicate. */
    DIFFERENT,
    /** It is unknown of some entries whether they are on the target. */
    IN_DOUBT,
    /** The target rejected some entries; everything else is as planned. */
    REJECTS,
    /** All of it was done. */
    DONE;

    /** Returns the one of the two that matters more, which is the outcome of both. */
    public Outcome and(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
