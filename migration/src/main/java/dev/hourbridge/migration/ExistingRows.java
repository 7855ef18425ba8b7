package dev.hourbridge.migration;

/** How to handle rows that were on the target before the migration and that are equal to planned entries. */
public enum ExistingRows {
    /** Send nothing and report the rows. */
    STOP,
    /** Adopt each row as one equal planned entry, and do not send that entry. */
    ADOPT,
    /** Leave the rows unchanged and send every planned entry. */
    CREATE
}
