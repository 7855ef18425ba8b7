package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.RowMatcher;
import dev.hourbridge.migration.internal.target.SentEntry;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records the user's decisions about entries in doubt and about rows that may be duplicates. */
public final class UserDecisions {
    private final MigrationContext run;
    private final Ledger ledger;

    /** Creates the decisions of one call. */
    public UserDecisions(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
    }

    /**
     * Records that an entry in doubt is a row of the target; returns the fields in which the row differs from what was
     * sent.
     */
    public List<FieldDifference> isRow(String sourceId, String targetId) {
        PlannedEntry doubt = inDoubt(sourceId);
        if (ledger.rows().isOwn(targetId)) {
            throw new InvalidInputException(
                    "targetId",
                    "a row that belongs to another entry of this ledger",
                    "use a row that belongs to no entry");
        }
        TimeEntry row = read(targetId, doubt.person());
        Instant now = run.now();
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().decideIsRow(doubt.seq(), targetId, now));
        EntryIdentity found = EntryIdentity.listed(row);
        return FieldDifferences.of(
                doubt.identity().differences(found, run.targets().capabilities()), doubt.identity(), found);
    }

    /**
     * Records that an entry in doubt is absent. The rows that may be the entry are then recorded as rows of other
     * users.
     */
    public void isAbsent(String sourceId) {
        PlannedEntry doubt = inDoubt(sourceId);
        SentEntry sent = SentEntry.of(run, ledger, doubt);
        RowMatcher matcher = new RowMatcher(run, ledger, new CreationStamps(run, ledger));
        Map<String, FreeRow> free = matcher.free(TargetSnapshot.take(run, SentEntry.ranges(List.of(sent))));
        List<FreeRow> candidates = matcher.candidates(free, sent);
        Instant now = run.now();
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> {
            for (FreeRow candidate : candidates) {
                tx.rows()
                        .declareUnrelated(
                                candidate.row().id(),
                                EntryDigest.of(candidate.row().entry()),
                                now);
            }
            tx.entries().decideAbsent(doubt.seq(), now);
        });
    }

    /** Records that a row belongs to no entry of the ledger, while its content remains unchanged. */
    public void isUnrelated(String targetId) {
        if (ledger.rows().isOwn(targetId)) {
            throw new InvalidInputException(
                    "targetId", "a row that belongs to an entry of this ledger", "use a row that belongs to no entry");
        }
        String digest = EntryDigest.of(read(targetId, ""));
        Instant now = run.now();
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.rows().declareUnrelated(targetId, digest, now));
    }

    /** Returns an entry in doubt. */
    private PlannedEntry inDoubt(String sourceId) {
        PlannedEntry entry = ledger.entries()
                .bySourceId(sourceId)
                .orElseThrow(() -> new InvalidInputException(
                        "sourceId", "an id that is not in the ledger", "use the source id of an entry in the plan"));
        if (entry.state() == EntryState.INTENT) {
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markInterrupted(CreateExecutor.INTERRUPTED));
        } else if (entry.state() != EntryState.IN_DOUBT) {
            throw new InvalidInputException(
                    "sourceId", "an entry that is not in doubt", "use an entry that a report lists as in doubt");
        }
        return entry;
    }

    /** Returns a row of the target. */
    private TimeEntry read(String targetId, String person) {
        try {
            TimeEntry row =
                    run.targets().of(person).get(TimeEntryId.of(run.targets().account(), targetId));
            if (!row.deleted()) {
                return row;
            }
        } catch (NotFoundException e) {
            // Handled like a row that is marked as deleted.
        }
        throw new InvalidInputException(
                "targetId", "an id that no row on the target has", "use a row that the target lists");
    }
}
