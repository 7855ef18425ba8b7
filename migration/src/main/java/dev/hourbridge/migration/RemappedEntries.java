package dev.hourbridge.migration;

/** How to handle entries that were sent and are now mapped differently. */
public enum RemappedEntries {
    /** Send nothing and report them, because a mistake in the mapping must not change every row. */
    STOP,
    /** Update the rows on the target. */
    UPDATE
}
