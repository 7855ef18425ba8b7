package dev.hourbridge.migration;

/**
 * How a step ended. The constants are in order of precedence: if several apply, a report has the first. Constants may
 * be added, so use a default branch.
 */
public enum Outcome {
    /** The thread was interrupted. Run the step again to continue. */
    INTERRUPTED,
    /** The service rejected the credentials or returned a redirect. Nothing more was sent. */
    CONFIGURATION,
    /**
     * A decision is needed: an id is not mapped or is unknown to the target, equal rows existed before, or a canary
     * differed when it was read back.
     */
    NEEDS_INPUT,
    /** The source or the target was temporarily unavailable. Run the step again to continue. */
    TEMPORARY,
    /** The target differs from the plan, or a row may be a duplicate. */
    DIFFERENT,
    /** It is unknown whether some entries are on the target. */
    IN_DOUBT,
    /** The target rejected some entries. Everything else is as planned. */
    REJECTS,
    /** Everything was done. */
    DONE;

    /** Returns the one of the two outcomes that takes precedence. */
    public Outcome and(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
