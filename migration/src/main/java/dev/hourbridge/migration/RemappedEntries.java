package dev.hourbridge.migration;

/** What to do about entries that were sent and are mapped differently now. */
public enum RemappedEntries {
    /** Send nothing, and report them: a mistake in the mapping must not change every row. */
    STOP,
    /** Update the rows on the target. */
    UPDATE
}
