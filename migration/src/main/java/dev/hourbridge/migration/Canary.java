package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends, before the rest, entries that show everything that may go wrong for a person and project, and
 * reads each back through the list that doubts are resolved with.
 */
final class Canary {
    /** Begins the reason of what was not sent, because its like were refused. */
    static final String NOT_ATTEMPTED = "not sent: ";

    private static final int MOST_REFUSALS = 3;
    private static final int MOST_UNSENT = 5;
    private static final int MOST_DOUBTS = 3;
    private static final int MOST_ABSENT = 5;

    /** How a canary stands: not one, sent or to be sent, came back as it was sent, came back different. */
    private static final int SENT = 1;

    private static final int GOOD = 2;

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final InDoubtResolver doubts;
    private final Set<Pair> stopped = new HashSet<>();
    private @Nullable CanaryDifference difference;

    /** How many were sent one after the other, and did not do anything. */
    private int absentInARow;

    /** Of whom and where. */
    record Pair(String person, String group) {}

    private record Candidate(long seq, int features, int length, boolean tried) {}

    Canary(MigrationContext run, Ledger ledger, CreateExecutor executor, InDoubtResolver doubts) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.doubts = doubts;
    }

    Optional<CanaryDifference> difference() {
        return Optional.ofNullable(difference);
    }

    /** Whether the rest of a pair must wait, because its canary is in doubt. */
    boolean isStopped(Pair pair) {
        return stopped.contains(pair);
    }

    void run() {
        for (PlannedEntry entry :
                ledger.entries().where("canary = ? AND state IN ('CREATED', 'RECOVERED') ORDER BY seq", SENT)) {
            compare(entry);
        }
        List<Pair> pairs = ledger.database()
                .list(
                        "SELECT DISTINCT person, place_group FROM entry WHERE state = 'PLANNED' ORDER BY 1, 2",
                        row -> new Pair(row.getString(1), row.getString(2)));
        long done = 0;
        for (Pair pair : pairs) {
            run(pair);
            run.report(Progress.Phase.CANARY, ++done, OptionalLong.of(pairs.size()));
        }
    }

    private void run(Pair pair) {
        int refusals = 0;
        int unsent = 0;
        int inDoubt = 0;
        for (Optional<PlannedEntry> next = next(pair); next.isPresent(); next = next(pair)) {
            PlannedEntry entry = next.get();
            mark(entry, SENT);
            switch (executor.post(entry)) {
                case CREATED -> {
                    refusals = 0;
                    absentInARow = 0;
                    compare(entry);
                }
                case IN_DOUBT -> {
                    doubts.resolve(true);
                    PlannedEntry now = ledger.entries().bySeq(entry.seq());
                    if (now.state() == EntryState.RECOVERED) {
                        absentInARow = 0;
                        compare(now);
                    } else if (now.state() != EntryState.IN_DOUBT && ++absentInARow == MOST_ABSENT) {
                        throw CreateDispatcher.targetFailing();
                    } else if (now.state() == EntryState.IN_DOUBT && ++inDoubt == MOST_DOUBTS) {
                        stopped.add(pair);
                        return;
                    }
                }
                case REFUSED -> {
                    if (++refusals == MOST_REFUSALS) {
                        refuseRest(pair, entry);
                        return;
                    }
                }
                case NOT_SENT -> {
                    if (++unsent == MOST_UNSENT) {
                        throw new StepAbortedException(Outcome.TEMPORARY, "The target cannot be reached.");
                    }
                    executor.sleep(run.policy().requestTimeout().dividedBy(10));
                }
            }
        }
    }

    /** The entry that shows most of what no good canary of the pair has shown yet. */
    private Optional<PlannedEntry> next(Pair pair) {
        String of = "person = ? AND place_group = ?";
        int shown = 0;
        int longest = -1;
        for (Candidate good : candidates(of + " AND canary = " + GOOD, pair)) {
            shown |= good.features();
            longest = Math.max(longest, good.length());
        }
        List<Candidate> open = candidates(
                of + " AND state = 'PLANNED' AND NOT EXISTS (SELECT 1 FROM entry d WHERE d.fingerprint ="
                        + " entry.fingerprint AND d.state = 'IN_DOUBT')",
                pair);
        int left = ~shown;
        Optional<Candidate> best = open.stream()
                .filter(candidate -> (candidate.features() & left) != 0)
                .max(Comparator.comparing(Candidate::tried, Comparator.reverseOrder())
                        .thenComparingInt(candidate -> Integer.bitCount(candidate.features() & left))
                        .thenComparingInt(Candidate::length)
                        .thenComparing(Candidate::seq, Comparator.reverseOrder()));
        int length = longest;
        return best.or(() -> open.stream()
                        .filter(candidate -> candidate.length() > length)
                        .max(Comparator.comparingInt(Candidate::length)))
                .map(candidate -> ledger.entries().bySeq(candidate.seq()));
    }

    /** For each combination of features, the entry with the longest note: SQLite takes the other columns from the row of the maximum. */
    private List<Candidate> candidates(String condition, Pair pair) {
        return ledger.database()
                .list(
                        "SELECT seq, features, max(length(note)), attempts > 0 FROM entry WHERE " + condition
                                + " GROUP BY features, attempts > 0",
                        row -> new Candidate(row.getLong(1), row.getInt(2), row.getInt(3), row.getBoolean(4)),
                        pair.person(),
                        pair.group());
    }

    private void mark(PlannedEntry entry, int canary) {
        ledger.database()
                .write(
                        LedgerWriteHook.Write.DOUBTS,
                        () -> ledger.database()
                                .update("UPDATE entry SET canary = ? WHERE seq = ?", canary, entry.seq()));
    }

    /** Each of the rest has the target's own words for its reason. */
    private void refuseRest(Pair pair, PlannedEntry last) {
        ledger.database()
                .write(
                        LedgerWriteHook.Write.OUTCOME,
                        () -> ledger.database()
                                .update(
                                        "UPDATE entry SET state = 'REFUSED', reason = ? || coalesce((SELECT reason FROM entry"
                                                + " WHERE seq = ?), '') WHERE person = ? AND place_group = ? AND state ="
                                                + " 'PLANNED'",
                                        NOT_ATTEMPTED + MOST_REFUSALS
                                                + " entries in a row of this person and place were refused, the last: ",
                                        last.seq(),
                                        pair.person(),
                                        pair.group()));
    }

    private void compare(PlannedEntry sent) {
        PlannedEntry entry = ledger.entries().bySeq(sent.seq());
        Optional<List<FieldDifference>> differs = differences(entry);
        if (differs.isEmpty()) {
            // It may take the list a while to show what is new.
            executor.sleep(run.policy().settle());
            differs = differences(entry);
        }
        if (differs.isPresent() && differs.get().isEmpty()) {
            mark(entry, GOOD);
            return;
        }
        remember(entry);
        List<FieldDifference> found = differs.orElse(List.of());
        difference = CanaryDifference.of(entry.sourceId(), Objects.requireNonNull(entry.targetId()), found);
        throw new StepAbortedException(
                Outcome.NEEDS_INPUT,
                found.isEmpty()
                        ? "An entry that was created is not in the target's list."
                        : "An entry came back from the target with another "
                                + found.stream()
                                        .map(each -> each.field().name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + " than was sent.");
    }

    /** How the row differs from what was sent; empty if it is not listed. */
    private Optional<List<FieldDifference>> differences(PlannedEntry entry) {
        List<EntryIdentity> found = new ArrayList<>();
        run.eachRow(entry.person(), entry.day().minusDays(1), entry.day().plusDays(1), (row, identity) -> {
            if (row.id().id().equals(entry.targetId())) {
                found.add(identity);
            }
        });
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(FieldDifferences.of(
                        entry.identity().differences(found.get(0), run.targets().capabilities()),
                        entry.identity(),
                        found.get(0)));
    }

    /** What the target made of it, so that undo can tell whether somebody changed it since. */
    private void remember(PlannedEntry entry) {
        TimeEntry row;
        try {
            row = run.targets()
                    .of(entry.person())
                    .get(TimeEntryId.of(run.targets().account(), Objects.requireNonNull(entry.targetId())));
        } catch (NotFoundException e) {
            return;
        }
        ledger.database()
                .write(
                        LedgerWriteHook.Write.DOUBTS,
                        () -> ledger.database()
                                .update(
                                        "UPDATE entry SET canary_digest = coalesce(canary_digest, ?) WHERE seq = ?",
                                        EntryWriter.sourceDigest(row),
                                        entry.seq()));
    }
}
