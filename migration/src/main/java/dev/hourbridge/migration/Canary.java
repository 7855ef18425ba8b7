package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CreateExecutor;
import dev.hourbridge.migration.internal.create.RequestThreads;
import dev.hourbridge.migration.internal.create.InDoubtResolver;
import dev.hourbridge.migration.internal.entry.CanaryState;
import dev.hourbridge.migration.internal.entry.PersonPlace;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.migration.internal.sqlite.CanaryQueries.Candidate;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.ChangeStamps;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
 * Sends, before the rest, entries that show everything that can go wrong for a person and project, and reads each
 * back through the list that resolves doubts.
 */
final class Canary {
    private static final int MAX_REFUSALS = 3;
    private static final int MAX_UNSENT = 5;
    private static final int MAX_DOUBTS = 3;
    private static final int MAX_ABSENT = 5;

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private final InDoubtResolver doubts;
    private final CreationStamps stamps;
    private final Set<PersonPlace> stopped = new HashSet<>();
    private final List<CanaryDifference> conflicts = new ArrayList<>();
    private @Nullable CanaryDifference difference;

    /** How many were sent one after the other, and did not do anything. */
    private int absentInARow;

    private record Comparison(TimeEntry row, List<FieldDifference> differences) {}

    Canary(
            MigrationContext run,
            Ledger ledger,
            CreateExecutor executor,
            InDoubtResolver doubts,
            CreationStamps stamps) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.doubts = doubts;
        this.stamps = stamps;
    }

    Optional<CanaryDifference> difference() {
        return Optional.ofNullable(difference);
    }

    /** Returns the rows that another user changed before they were compared. */
    List<CanaryDifference> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Whether the rest of a pair must wait, because its canary is in doubt. */
    boolean isStopped(PersonPlace place) {
        return stopped.contains(place);
    }

    void run() {
        ledger.canaries().unconfirmed().forEach(this::compareLate);
        List<PersonPlace> places = ledger.canaries().places();
        long done = 0;
        try (RequestThreads threads = executor.threads()) {
            for (PersonPlace place : places) {
                run(place, threads);
                run.report(Progress.Phase.CANARY, ++done, OptionalLong.of(places.size()));
            }
        }
    }

    private void run(PersonPlace place, RequestThreads threads) {
        int refusals = 0;
        int unsent = 0;
        int inDoubt = 0;
        for (Optional<PlannedEntry> next = next(place); next.isPresent(); next = next(place)) {
            PlannedEntry entry = next.get();
            mark(entry, CanaryState.SENT);
            switch (threads.post(entry)) {
                case CREATED -> {
                    refusals = 0;
                    absentInARow = 0;
                    compare(entry);
                }
                case IN_DOUBT -> {
                    doubts.resolve(true);
                    PlannedEntry now = ledger.entries().get(entry.seq());
                    if (now.state() == EntryState.RECOVERED) {
                        absentInARow = 0;
                        compare(now);
                    } else if (now.state() != EntryState.IN_DOUBT && ++absentInARow == MAX_ABSENT) {
                        throw StepAbortedException.targetFailing();
                    } else if (now.state() == EntryState.IN_DOUBT && ++inDoubt == MAX_DOUBTS) {
                        stopped.add(place);
                        return;
                    }
                }
                case REFUSED -> {
                    if (++refusals == MAX_REFUSALS) {
                        rejectRest(place, entry);
                        return;
                    }
                }
                case NOT_SENT -> {
                    if (++unsent == MAX_UNSENT) {
                        throw new StepAbortedException(Outcome.TEMPORARY, "The target cannot be reached.");
                    }
                    run.sleep(run.policy().requestTimeout().dividedBy(10));
                }
            }
        }
    }

    private Optional<PlannedEntry> next(PersonPlace place) {
        return choose(ledger.canaries().confirmed(place), ledger.canaries().open(place))
                .map(candidate -> ledger.entries().get(candidate.seq()));
    }

    /**
     * Returns the entry that shows most of what no canary has shown; else the one with the longest note, if it is
     * longer than that of any canary. An entry that was not sent before goes first.
     */
    private static Optional<Candidate> choose(List<Candidate> confirmed, List<Candidate> open) {
        Set<CanaryFeature> unseen = EnumSet.allOf(CanaryFeature.class);
        confirmed.forEach(each -> unseen.removeAll(each.features()));
        int longest = confirmed.stream().mapToInt(Candidate::noteLength).max().orElse(-1);
        Optional<Candidate> newFeatures = open.stream()
                .filter(each -> countIn(unseen, each) > 0)
                .max(Comparator.comparing(Candidate::wasTried, Comparator.reverseOrder())
                        .thenComparingLong(each -> countIn(unseen, each))
                        .thenComparingInt(Candidate::noteLength)
                        .thenComparing(Candidate::seq, Comparator.reverseOrder()));
        return newFeatures.or(() -> open.stream()
                .filter(each -> each.noteLength() > longest)
                .max(Comparator.comparingInt(Candidate::noteLength)));
    }

    private static long countIn(Set<CanaryFeature> unseen, Candidate candidate) {
        return candidate.features().stream().filter(unseen::contains).count();
    }

    private void mark(PlannedEntry entry, CanaryState state) {
        ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markCanary(entry.seq(), state));
    }

    /** Each of the rest has the target's own words for its reason. */
    private void rejectRest(PersonPlace place, PlannedEntry last) {
        ledger.write(
                LedgerWriteHook.Write.OUTCOME,
                tx -> tx.entries()
                        .markNotAttempted(
                                place,
                                "not sent: " + MAX_REFUSALS
                                        + " entries in a row of this person and place were rejected, the last: ",
                                last.seq()));
    }

    /**
     * Compares a canary of an earlier process. Another user may have changed its row since, which is a conflict: the row
     * is skipped, and other canaries show what the target does.
     */
    private void compareLate(PlannedEntry entry) {
        if (entry.progress().canaryDigest() != null) {
            compare(entry);
            return;
        }
        Optional<Comparison> comparison = read(entry);
        boolean isSame =
                comparison.isPresent() && comparison.get().differences().isEmpty();
        mark(entry, isSame ? CanaryState.CONFIRMED : CanaryState.CONFLICT);
        if (!isSame) {
            addConflict(entry, comparison);
        }
    }

    private void addConflict(PlannedEntry entry, Optional<Comparison> comparison) {
        conflicts.add(CanaryDifference.of(
                entry.sourceId(),
                Objects.requireNonNull(entry.targetId()),
                comparison.map(Comparison::differences).orElse(List.of())));
    }

    private void compare(PlannedEntry sent) {
        PlannedEntry entry = ledger.entries().get(sent.seq());
        Optional<Comparison> comparison = read(entry);
        if (comparison.isEmpty()) {
            // It may take the list a while to show what is new.
            run.sleep(run.policy().settle());
            comparison = read(entry);
        }
        if (comparison.isPresent() && comparison.get().differences().isEmpty()) {
            mark(entry, CanaryState.CONFIRMED);
            return;
        }
        if (comparison.isPresent() && ChangeStamps.showChange(comparison.get().row())) {
            mark(entry, CanaryState.CONFLICT);
            addConflict(entry, comparison);
            return;
        }
        // What the target stored; undo compares it to see whether another user changed the row since.
        comparison.ifPresent(each -> {
            String digest = EntryDigest.of(each.row());
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().noteCanaryDigest(entry.seq(), digest));
        });
        List<FieldDifference> found = comparison.map(Comparison::differences).orElse(List.of());
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

    /** Reads the row of an entry through the list that resolves doubts; empty if it is not listed. */
    private Optional<Comparison> read(PlannedEntry entry) {
        List<Comparison> found = new ArrayList<>();
        run.eachRow(entry.day().minusDays(1), entry.day().plusDays(1), (row, identity) -> {
            if (row.id().id().equals(entry.targetId())) {
                stamps.learn(row);
                found.add(new Comparison(
                        row,
                        FieldDifferences.of(
                                entry.identity()
                                        .differences(identity, run.targets().capabilities()),
                                entry.identity(),
                                identity)));
            }
        });
        return found.stream().findFirst();
    }
}
