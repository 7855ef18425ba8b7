package dev.hourbridge.migration.internal.entry;

/**
 * The operations of staged entries.
 *
 * <p>A plan stages what each entry needs while it reads the source. Only after everything is read does it decide what
 * to carry out, and moves that into the ledger in one step.
 */
public enum StagedOperation {
    CREATE,
    /** Becomes an update, or only new source fields if nothing differs on the target. */
    CHANGE,
    /** Only the source fields and the losses have changed. */
    REFRESH,
    UPDATE,
    DELETE
}
