package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.model.NewTimeEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the plan as the ledger holds it. */
record PlannedEntry(
        long seq,
        String sourceId,
        NewTimeEntry entry,
        String person,
        String fingerprint,
        String likeness,
        EntryState state,
        int attempts,
        boolean accepted,
        boolean lossy,
        @Nullable String targetId,
        int failures,
        long successMark) {

    LocalDate day() {
        return entry.workTime().localDate();
    }

    EntryIdentity identity() {
        return EntryIdentity.planned(entry, person);
    }
}
