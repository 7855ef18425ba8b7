package dev.hourbridge.migration.internal.entry;

/** The kinds of decisions that a user records in a ledger. */
public enum Decision {
    /** A row of the target belongs to no entry while it remains unchanged. */
    UNRELATED,
    /** A row of the target is the entry that was in doubt. */
    IS_ROW,
    /** An entry that was in doubt is not on the target. */
    ABSENT,
    /** The row of an entry remains unchanged until the entry changes at the source. */
    KEEP_TARGET,
    /** The row of an entry is overwritten, unless it changes after the decision. */
    OVERWRITE
}
