package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.CanaryLimits;
import dev.hourbridge.migration.internal.create.CreateDispatcher;
import dev.hourbridge.migration.internal.entry.CanaryState;
import dev.hourbridge.migration.internal.entry.PersonPlace;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.sqlite.CanaryQueries.Candidate;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends canaries: a few entries that reveal, before the others are sent, what can go wrong for a person and project.
 * Canaries are sent in rounds of at most one entry per person and project, and at most as many at once as {@link
 * CanaryLimits} allows. Each round is read back before the next. The other entries of a person and project are sent
 * once its canaries were read back unchanged.
 */
final class Canary {
    private static final int MAX_REFUSALS = 3;
    private static final int MAX_DOUBTS = 3;
    private static final int MAX_ABSENT = 5;

    private final Ledger ledger;
    private final CreateDispatcher dispatcher;
    private final CanaryCheck check;

    /** The next canary of each person and project that is to have one. */
    private final Map<PersonPlace, Candidate> next = new LinkedHashMap<>();

    /** The canaries of the last rounds that may be on the target. */
    private final Map<PersonPlace, Candidate> inDoubt = new LinkedHashMap<>();

    private final Map<PersonPlace, Integer> refusals = new HashMap<>();
    private final Map<PersonPlace, Integer> unresolved = new HashMap<>();
    private CanaryLimits limits = new CanaryLimits(List.of());

    /** How many were sent while nothing else succeeded, and are not on the target. */
    private int absentInARow;

    private long done;

    Canary(Ledger ledger, CreateDispatcher dispatcher, CanaryCheck check) {
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.check = check;
    }

    /**
     * Returns whether the other entries of a person and project must wait because some of its canaries have not been
     * read back.
     */
    boolean isAwaited(PersonPlace place) {
        return next.containsKey(place) || inDoubt.containsKey(place) || isStopped(place);
    }

    private boolean isStopped(PersonPlace place) {
        return unresolved.getOrDefault(place, 0) >= MAX_DOUBTS;
    }

    /** Returns whether the outcome of a canary was unknown when the last {@link #run} ended. */
    boolean hasDoubts() {
        return !inDoubt.isEmpty();
    }

    /**
     * Sends canaries until only those remain that wait for a canary in doubt. Entries in doubt from the last call must
     * have been searched for since then.
     */
    void run() {
        countResolved();
        limits = new CanaryLimits(ledger.canaries().confirmed());
        next.clear();
        ledger.canaries().places().forEach(this::chooseNext);
        while (!dispatcher.isTargetFailing()) {
            List<Candidate> round = limits.choose(next.values(), inDoubt.values());
            if (round.isEmpty()) {
                return;
            }
            send(round);
        }
    }

    /** Notes what became of the canaries that were in doubt. */
    private void countResolved() {
        List<PlannedEntry> entries = entries(inDoubt.values());
        inDoubt.clear();
        check.compare(in(EntryState.RECOVERED, entries));
        in(EntryState.IN_DOUBT, entries).forEach(entry -> unresolved.merge(entry.place(), 1, Integer::sum));
        List<PlannedEntry> absent = in(EntryState.PLANNED, entries);
        absent.forEach(entry ->
                ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> tx.entries().markCanary(entry.seq(), null)));
        int absentNow = absent.size() + in(EntryState.REJECTED, entries).size();
        long doneNow = ledger.counts().countDone();
        absentInARow = doneNow > done ? 0 : absentInARow + absentNow;
        done = doneNow;
        if (absentInARow >= MAX_ABSENT) {
            throw StepAbortedException.targetFailing();
        }
    }

    private List<PlannedEntry> entries(Iterable<Candidate> canaries) {
        List<PlannedEntry> entries = new ArrayList<>();
        canaries.forEach(each -> entries.add(ledger.entries().get(each.seq())));
        return entries;
    }

    private static List<PlannedEntry> in(EntryState state, List<PlannedEntry> entries) {
        return entries.stream().filter(entry -> entry.state() == state).toList();
    }

    private void chooseNext(PersonPlace place) {
        next.remove(place);
        if (!isStopped(place)) {
            choose(ledger.canaries().confirmed(place), ledger.canaries().open(place))
                    .ifPresent(candidate -> next.put(place, candidate));
        }
    }

    private void send(List<Candidate> round) {
        ledger.write(
                LedgerWriteHook.Write.DOUBTS,
                tx -> round.forEach(each -> tx.entries().markCanary(each.seq(), CanaryState.SENT)));
        dispatcher.send(entries(round).iterator(), Progress.Phase.CANARY);
        Set<Long> confirmed = check.compare(in(EntryState.CREATED, entries(round)));
        round.forEach(each -> {
            next.remove(each.place());
            count(each, ledger.entries().get(each.seq()), confirmed.contains(each.seq()));
        });
    }

    private void count(Candidate canary, PlannedEntry entry, boolean isConfirmed) {
        PersonPlace place = canary.place();
        if (isConfirmed) {
            limits.see(canary);
        }
        if (entry.state() == EntryState.IN_DOUBT) {
            inDoubt.put(place, canary);
            return;
        }
        if (entry.state() == EntryState.REJECTED && refusals.merge(place, 1, Integer::sum) == MAX_REFUSALS) {
            rejectRest(place, entry);
            return;
        }
        if (entry.state() == EntryState.CREATED) {
            refusals.remove(place);
        }
        chooseNext(place);
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

    /** Each of the rest has the target's own words for its reason. */
    private void rejectRest(PersonPlace place, PlannedEntry last) {
        ledger.write(
                LedgerWriteHook.Write.OUTCOME,
                tx -> tx.entries()
                        .markNotAttempted(
                                place,
                                "not sent: " + MAX_REFUSALS
                                        + " consecutive entries of this person and project were rejected, most "
                                        + "recently: ",
                                last.seq()));
    }
}
