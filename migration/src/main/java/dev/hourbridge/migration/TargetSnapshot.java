package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.TimeEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a person and some days, as one complete list shows them. */
final class TargetSnapshot {
    private final Map<String, Row> rows = new TreeMap<>(MigrationContext::compareIds);

    /** A row with the fields by which it is compared. */
    record Row(TimeEntry entry, EntryIdentity identity) {}

    private TargetSnapshot() {}

    /** Lists the rows. */
    static TargetSnapshot take(MigrationContext run, PersonDateRange range) {
        TargetSnapshot snapshot = new TargetSnapshot();
        run.eachRow(range.person(), range.first(), range.last(), (entry, identity) -> {
            if (snapshot.rows.put(entry.id().id(), new Row(entry, identity)) != null) {
                throw new StepAbortedException(Outcome.TEMPORARY, "The target gave one row twice in a list.");
            }
        });
        return snapshot;
    }

    /** Returns the ids of all rows. */
    Set<String> ids() {
        return rows.keySet();
    }

    /** Returns the rows that the ledger does not explain; of those, only marked ones where ours are marked. */
    Map<String, Row> free(MigrationContext run, Ledger ledger) {
        Map<String, Row> free = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            if (!ledger.rows().isKnown(id) && run.mayBeOurs(row.identity())) {
                free.put(id, row);
            }
        });
        return free;
    }
}
