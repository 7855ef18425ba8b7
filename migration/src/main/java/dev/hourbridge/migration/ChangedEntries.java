package dev.hourbridge.migration;

/** How to handle entries that changed at the source after they were sent. */
public enum ChangedEntries {
    /** Update the row on the target. */
    UPDATE,
    /** Leave the row unchanged and report the difference. */
    REPORT
}
