package dev.hourbridge.migration;

import dev.hourbridge.model.InvalidInputException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The entries that a plan is restricted to, if it is. */
final class NamedEntries {
    private final Database database;

    NamedEntries(Database database) {
        this.database = database;
    }

    /** How many were named; 0 for a plan of everything. */
    long count() {
        return database.queryLong("SELECT count(*) FROM named");
    }

    boolean includes(String sourceId) {
        return database.queryLong(
                        "SELECT NOT EXISTS (SELECT 1 FROM named) OR EXISTS (SELECT 1 FROM named WHERE source_id = ?)",
                        sourceId)
                > 0;
    }

    /** The source's ids that no entry of the ledger is of. */
    Set<String> withoutEntry() {
        return new HashSet<>(database.list(
                "SELECT source_id FROM named WHERE source_id NOT IN (SELECT source_id FROM entry)",
                row -> row.getString(1)));
    }

    /**
     * Restricts the plan that is being made; inside its transaction.
     *
     * @param sourceIds the source's ids; none for those of the plan before, or for everything if there is none
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
        if (sourceIds.isEmpty()) {
            return;
        }
        database.update("DELETE FROM named");
        sourceIds.forEach(id -> database.update("INSERT OR IGNORE INTO named (source_id) VALUES (?)", id));
        // What was sent under an earlier plan of this ledger still counts.
        database.update("INSERT OR IGNORE INTO named SELECT source_id FROM entry");
    }
}
