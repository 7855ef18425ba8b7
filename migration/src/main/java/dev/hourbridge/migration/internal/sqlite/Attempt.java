package dev.hourbridge.migration.internal.sqlite;

/** The outcomes of one attempt to write to the target, as its row in the ledger holds them. */
final class Attempt {
    private Attempt() {}

    /** The kinds of writes. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /** How an attempt ended; a row without an outcome is of a process that ended before. */
    enum Outcome {
        CREATED,
        REJECTED,
        IN_DOUBT,
        NOT_SENT
    }
}
