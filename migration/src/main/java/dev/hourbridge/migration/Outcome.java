package dev.hourbridge.migration;

/**
 * How a step ended. The constants are in order of precedence: if several apply, a report has the first of them.
 * Constants may be added: use a default branch.
 */
public enum Outcome {
    /** The thread was interrupted; run again to continue. */
    INTERRUPTED,
    /** The service rejected the credentials or redirected; nothing more was sent. */
    CONFIGURATION,
    /**
     * A decision is missing: something is unmapped, or unknown to the target, equal rows existed before, or a canary
     * came back different.
     */
    NEEDS_INPUT,
    /** A side could not be read or written temporarily; run again to continue. */
    TEMPORARY,
    /** The target is not as planned, or a row may be a duplicate. */
    DIFFERENT,
    /** It is unknown whether some entries are on the target. */
    IN_DOUBT,
    /** The target rejected some entries; everything else is as planned. */
    REJECTS,
    /** Everything was done. */
    DONE;

    /** Returns the outcome of the two that takes precedence. */
    public Outcome and(Outcome other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
