package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.TimeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds rows that a newer copy of the ledger may have created, if the user's state directory does not show which copy
 * is the newest. These are rows that differ from an entry to be sent only in the note and were created after the last
 * attempt that the ledger knows. Used for one list, after doubts have been resolved.
 */
public final class NewerRows {
    private final MigrationContext run;
    private final Ledger ledger;
    private final CreationStamps stamps;
    private final boolean isNeeded;
    private final Map<String, TimeEntry> similar = new TreeMap<>(MigrationContext::compareIds);

    /** Creates a check. It does nothing if the state directory shows that this copy of the ledger is the newest. */
    public NewerRows(MigrationContext run, Ledger ledger, CreationStamps stamps) {
        this.run = run;
        this.ledger = ledger;
        this.stamps = stamps;
        this.isNeeded = !ledger.isNewest();
    }

    /** Examines a listed row. */
    public void see(TimeEntry row, EntryIdentity identity) {
        if (isNeeded) {
            stamps.learn(row);
            String id = row.id().id();
            if (isSimilarToOneToSend(identity)
                    && run.mayBeOurs(identity)
                    && !ledger.rows().isKnown(id)
                    && !TargetSnapshot.isUnrelated(ledger, row)) {
                similar.put(id, row);
            }
        }
    }

    /** Returns whether an entry that is still to be sent differs from the row only in its note. */
    private boolean isSimilarToOneToSend(EntryIdentity row) {
        Capabilities target = run.targets().capabilities();
        String fingerprint = row.withoutNote().fingerprint(target);
        return ledger.fingerprints().begunToSend(row.looseFingerprint(target)).stream()
                .map(PlannedEntry::identity)
                .anyMatch(entry -> entry.withoutNote().fingerprint(target).equals(fingerprint));
    }

    /**
     * Throws if there is such a row.
     *
     * @throws LedgerException if there is one
     */
    public void requireNone() {
        Optional<Instant> lastChange = ledger.attempts()
                .newestCreate()
                .flatMap(
                        attempt -> TargetTimes.of(List.of(attempt), run.policy().requestTimeout()))
                .map(TargetTimes::last);
        List<String> newer = lastChange.stream()
                .flatMap(moment -> similar.values().stream().filter(row -> stamps.isAfter(row, moment)))
                .map(row -> row.id().id())
                .toList();
        if (!newer.isEmpty()) {
            throw new LedgerException(
                    LedgerException.Problem.OLDER_THAN_TARGET,
                    "The target has rows that differ from entries of this plan only in the note and were created "
                            + "after the ledger's last change. The ledger may be an older copy. Nothing was sent. "
                            + "Use the newest ledger, or mark rows of other users as unrelated: "
                            + String.join(", ", newer) + ".");
        }
    }
}
