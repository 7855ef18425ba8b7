package dev.hourbridge.migration.internal.entry;

/** The operations of staged entries. */
public enum StagedOperation {
    CREATE,
    /** Becomes an update, or only new source fields where nothing differs on the target. */
    CHANGE,
    /** Only the source fields and the losses are new. */
    REFRESH,
    UPDATE,
    DELETE
}
