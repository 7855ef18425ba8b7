package dev.hourbridge.migration;

/** What to do about entries that changed at the source after they were sent. */
public enum ChangedEntries {
    /** Update the row on the target. */
    UPDATE,
    /** Leave the row, and report the difference. */
    REPORT
}
