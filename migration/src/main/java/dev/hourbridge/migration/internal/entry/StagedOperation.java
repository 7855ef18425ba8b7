package dev.hourbridge.migration.internal.entry;

/**
 * The operations of staged entries.
 *
 * <p>A plan stages what each entry needs while it reads the source. Only when all is read does it decide what is
 * carried out, and takes it over into the ledger at once.
 */
public enum StagedOperation {
    CREATE,
    /** Becomes an update, or only new source fields where nothing differs on the target. */
    CHANGE,
    /** Only the source fields and the losses are new. */
    REFRESH,
    UPDATE,
    DELETE
}
