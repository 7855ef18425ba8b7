package dev.hourbridge.migration;

/** What to do about rows that were on the target before the migration and equal planned entries. */
public enum ExistingRows {
    /** Send nothing, and report them. */
    STOP,
    /** Take each for one planned entry that it equals, and do not send that one. */
    ADOPT,
    /** Leave them, and send every planned entry. */
    CREATE
}
