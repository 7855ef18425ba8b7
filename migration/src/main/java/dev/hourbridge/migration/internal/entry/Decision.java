package dev.hourbridge.migration.internal.entry;

/** The kinds of decisions that a user records in a ledger. */
public enum Decision {
    /** A row of the target is of no entry, as long as it stays as it is. */
    UNRELATED,
    /** A row of the target is an entry that was in doubt. */
    IS_ROW,
    /** An entry that was in doubt is not on the target. */
    ABSENT,
    /** The row of an entry stays as it is until the entry changes at the source. */
    KEEP_TARGET,
    /** The row of an entry is overwritten, as long as it is as it was then. */
    OVERWRITE
}
