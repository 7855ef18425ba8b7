package dev.hourbridge.migration;

/** How to handle entries that were deleted at the source after they were sent. */
public enum DeletedEntries {
    /** Leave the row on the target and count it. */
    REPORT,
    /** Delete the row on the target. */
    DELETE
}
