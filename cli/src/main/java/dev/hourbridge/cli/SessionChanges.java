package dev.hourbridge.cli;

import dev.hourbridge.cli.report.ReportedChange;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.PlannedChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The changes in a session: the first 1,000 that apply made, and all remaining changes. */
final class SessionChanges {
    private static final int MAX_REMEMBERED = 1_000;

    private final Migration migration;
    private final Map<String, PlannedChange> planned = new LinkedHashMap<>();

    SessionChanges(Migration migration) {
        this.migration = migration;
    }

    /** Records the changes that apply is about to make, because the ledger retains only the remaining ones. */
    void remember() {
        migration.forEachChange(change -> {
            if (planned.size() < MAX_REMEMBERED) {
                planned.put(change.sourceId(), change);
            }
        });
    }

    /** Passes each change to {@code use}. */
    void forEach(Consumer<? super ReportedChange> use) {
        Set<String> remaining = new HashSet<>();
        migration.forEachChange(change -> {
            if (planned.containsKey(change.sourceId())) {
                remaining.add(change.sourceId());
            }
        });
        planned.forEach((id, change) -> {
            if (!remaining.contains(id)) {
                use.accept(new ReportedChange(change, true));
            }
        });
        migration.forEachChange(change -> use.accept(new ReportedChange(change, false)));
    }
}
