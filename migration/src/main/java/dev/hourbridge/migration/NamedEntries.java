package dev.hourbridge.migration;

import dev.hourbridge.model.InvalidInputException;
import java.util.Collection;

/** The entries that a plan is restricted to, if it is. */
final class NamedEntries {
    private final Database database;

    NamedEntries(Database database) {
        this.database = database;
    }

    /** How many were named; 0 for a plan of everything. */
    long count() {
        return database.number("SELECT count(*) FROM named");
    }

    boolean includes(String sourceId) {
        return count() == 0 || database.number("SELECT count(*) FROM named WHERE source_id = ?", sourceId) > 0;
    }

    /**
     * Restricts the plan that is being made; inside its transaction.
     *
     * @param sourceIds the source's ids; none for everything
     * @param isReplan whether the ledger has a plan already
     * @throws InvalidInputException if the ledger has a plan of everything: what it did not send, it plans anew
     */
    void restrictTo(Collection<String> sourceIds, boolean isReplan) {
        if (!sourceIds.isEmpty() && isReplan && count() == 0) {
            throw new InvalidInputException(
                    "only",
                    "a choice of entries for a ledger that has a plan of all of them",
                    "leave it out, since only what was not sent is planned anew, or name a new ledger file");
        }
        database.update("DELETE FROM named");
        if (sourceIds.isEmpty()) {
            return;
        }
        sourceIds.forEach(id -> database.update("INSERT OR IGNORE INTO named (source_id) VALUES (?)", id));
        // What was sent under an earlier plan of this ledger still counts.
        database.update("INSERT OR IGNORE INTO named SELECT source_id FROM entry");
    }
}
