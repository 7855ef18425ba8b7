package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out what became of creates without a clear answer: by what is listed after the settle time,
 * never by what is likely. Used by one thread, while nothing is being sent.
 */
final class InDoubtResolver {
    private static final int MOST_ATTEMPTS = 3;
    private static final int MOST_LOOKUPS = 50;
    private static final int MOST_LOOKS = 3;
    private static final String CHANGED = "a row on the target may be this entry, changed by the target";
    private static final List<EntryState> WITHOUT_ROW =
            List.of(EntryState.IN_DOUBT, EntryState.PLANNED, EntryState.REFUSED);
    private static final String IN_ORDER = " ORDER BY person, day, seq";

    private final MigrationContext run;
    private final Ledger ledger;
    private final CreateExecutor executor;
    private long lastLook;

    /** How many were found on the target, and how many are to be sent again. */
    record Resolved(int bound, int absent) {}

    private record Row(TimeEntry entry, EntryIdentity identity) {}

    InDoubtResolver(MigrationContext run, Ledger ledger, CreateExecutor executor) {
        this.run = run;
        this.ledger = ledger;
        this.executor = executor;
        this.lastLook = System.nanoTime();
    }

    boolean any() {
        return ledger.entries().count(EntryState.IN_DOUBT) > 0;
    }

    /**
     * Waits until a lost create must have appeared, and looks.
     *
     * @param mayResend whether an entry that is proven absent goes back to those to be sent
     */
    Resolved resolve(boolean mayResend) {
        settle(executor.lastDoubt());
        int bound = 0;
        int absent = 0;
        Map<String, Boolean> isWhole = new HashMap<>();
        for (PersonDateRange window : PersonDateRange.around(ledger.entries().where("state = 'IN_DOUBT'" + IN_ORDER))) {
            Map<String, Row> rows = list(window);
            List<PlannedEntry> left = bind(window.entries(), free(rows));
            for (int looks = 1; !left.isEmpty(); looks++) {
                // A row slips from one page to another while somebody deletes: only two equal looks prove absence.
                Set<String> before = rows.keySet();
                rows = list(window);
                left = bind(left, free(rows));
                if (rows.keySet().equals(before)) {
                    break;
                }
                if (looks == MOST_LOOKS) {
                    throw new StepAbortedException(
                            Outcome.TEMPORARY, "The target's list was another each time that it was read.");
                }
            }
            bound += window.entries().size() - left.size();
            if (!left.isEmpty()) {
                boolean complete =
                        isComplete(window, rows) && isWhole.computeIfAbsent(window.person(), this::isListWhole);
                absent += decide(left, free(rows), complete, mayResend);
            }
        }
        lastLook = System.nanoTime();
        return new Resolved(bound, absent);
    }

    /** Takes free rows for the doubts that they equal; gives the doubts that are left. */
    private List<PlannedEntry> bind(List<PlannedEntry> doubts, Map<String, Row> free) {
        List<PlannedEntry> left = new ArrayList<>(doubts);
        ledger.database().write(LedgerWriteHook.Write.DOUBTS, () -> {
            // A row that is as it was sent in every field goes before one that only cannot be told from it.
            left.removeIf(doubt -> bind(doubt, free, true));
            left.removeIf(doubt -> bind(doubt, free, false));
        });
        return left;
    }

    private int decide(List<PlannedEntry> left, Map<String, Row> free, boolean complete, boolean mayResend) {
        int[] absent = new int[1];
        ledger.database().write(LedgerWriteHook.Write.DOUBTS, () -> {
            for (PlannedEntry doubt : left) {
                absent[0] += decide(doubt, free, complete, mayResend) ? 1 : 0;
            }
        });
        return absent[0];
    }

    /** After a last settle, lists every bucket again that ever held a doubt, and writes down what is too many. */
    void sweep() {
        if (ledger.database().queryLong("SELECT count(*) FROM entry WHERE swept = 0") == 0) {
            return;
        }
        settle(Math.max(lastLook, executor.lastDoubt()));
        if (any()) {
            resolve(false);
        }
        for (PersonDateRange window : PersonDateRange.around(ledger.entries().where("swept = 0" + IN_ORDER))) {
            Map<String, Row> free = free(list(window));
            List<PlannedEntry> left = bind(withoutRow(window.entries()), free);
            ledger.database().write(LedgerWriteHook.Write.DOUBTS, () -> sweep(window, left, free));
        }
    }

    /** Those that a row may turn up for after all, which must not be sent again then; the doubts before the others. */
    private static List<PlannedEntry> withoutRow(List<PlannedEntry> doubted) {
        return doubted.stream()
                .filter(entry -> WITHOUT_ROW.contains(entry.state()))
                .sorted(Comparator.comparingInt(entry -> WITHOUT_ROW.indexOf(entry.state())))
                .toList();
    }

    private void sweep(PersonDateRange window, List<PlannedEntry> left, Map<String, Row> free) {
        Map<String, PlannedEntry> doubted = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        Set<Long> inDoubt = new HashSet<>();
        for (PlannedEntry entry : left) {
            if (entry.state() == EntryState.IN_DOUBT || isInDoubtAgain(entry, free)) {
                open.merge(entry.fingerprint(), 1, Integer::sum);
                inDoubt.add(entry.seq());
            }
        }
        for (PlannedEntry entry : window.entries()) {
            doubted.put(entry.fingerprint(), entry);
            doubted.putIfAbsent(entry.likeness(), entry);
            if (!inDoubt.contains(entry.seq())) {
                ledger.database().update("UPDATE entry SET swept = 1 WHERE seq = ?", entry.seq());
            }
        }
        free.forEach((id, row) -> {
            String fingerprint = fingerprint(row);
            PlannedEntry twin = doubted.getOrDefault(
                    fingerprint,
                    doubted.get(row.identity().looseFingerprint(run.targets().capabilities())));
            if (twin != null && open.merge(twin.fingerprint(), -1, Integer::sum) < 0) {
                ledger.rows()
                        .addSurplus(
                                id, twin.seq(), window.person(), row.identity().day());
            }
        });
    }

    /** An entry that waits to be sent again does so no longer, once a row may be it. */
    private boolean isInDoubtAgain(PlannedEntry entry, Map<String, Row> free) {
        if (entry.state() != EntryState.PLANNED || free.values().stream().noneMatch(row -> mayBe(row, entry))) {
            return false;
        }
        ledger.entries().doubtAgain(entry.seq(), CHANGED);
        return true;
    }

    /** Drops surplus rows that somebody has deleted since. */
    void recheckSurplus() {
        for (String id : ledger.database().list("SELECT target_id FROM surplus", row -> row.getString(1))) {
            String person = ledger.database()
                    .first("SELECT person FROM surplus WHERE target_id = ?", row -> row.getString(1), id)
                    .orElseThrow();
            try {
                if (run.targets().of(person).get(idOf(id)).deleted()) {
                    forgetSurplus(id);
                }
            } catch (NotFoundException e) {
                forgetSurplus(id);
            }
        }
    }

    private void forgetSurplus(String id) {
        ledger.database()
                .write(LedgerWriteHook.Write.DOUBTS, () -> ledger.rows().removeSurplus(id));
    }

    private TimeEntryId idOf(String id) {
        return TimeEntryId.of(run.targets().account(), id);
    }

    private void settle(long since) {
        long left = run.policy().settle().toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            run.report(
                    Progress.Phase.SETTLING,
                    0,
                    OptionalLong.of(run.policy().settle().toSeconds()));
            executor.sleep(Duration.ofNanos(left));
        }
    }

    private Map<String, Row> list(PersonDateRange window) {
        Map<String, Row> rows = new TreeMap<>(MigrationContext::compareIds);
        run.eachRow(window.person(), window.first(), window.last(), (entry, identity) -> {
            if (rows.put(entry.id().id(), new Row(entry, identity)) != null) {
                throw new StepAbortedException(Outcome.TEMPORARY, "The target gave one row twice in a list.");
            }
        });
        return rows;
    }

    /** Rows that nothing explains; of those, only marked ones where ours are marked. */
    private Map<String, Row> free(Map<String, Row> rows) {
        Map<String, Row> free = new LinkedHashMap<>();
        rows.forEach((id, row) -> {
            if (!ledger.rows().isKnown(id) && run.mayBeOurs(row.identity())) {
                free.put(id, row);
            }
        });
        return free;
    }

    private String fingerprint(Row row) {
        return row.identity().fingerprint(run.targets().capabilities());
    }

    private boolean bind(PlannedEntry doubt, Map<String, Row> free, boolean exactly) {
        Capabilities target = run.targets().capabilities();
        for (Iterator<Map.Entry<String, Row>> i = free.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, Row> candidate = i.next();
            if (fingerprint(candidate.getValue()).equals(doubt.fingerprint())
                    && (!exactly
                            || doubt.identity()
                                    .differences(candidate.getValue().identity(), target)
                                    .isEmpty())) {
                ledger.entries().bind(doubt.seq(), candidate.getKey());
                i.remove();
                return true;
            }
        }
        return false;
    }

    /** What to do about a doubt that was not found; whether it is to be sent again. */
    private boolean decide(PlannedEntry doubt, Map<String, Row> free, boolean complete, boolean mayResend) {
        if (doubt.accepted()) {
            ledger.entries().keepInDoubt(doubt.seq(), "the target said that it took the entry, but does not list it");
        } else if (!complete) {
            ledger.entries().keepInDoubt(doubt.seq(), "the target's list lacks rows that must be there");
        } else if (free.values().stream().anyMatch(row -> mayBe(row, doubt))) {
            ledger.entries().keepInDoubt(doubt.seq(), CHANGED);
        } else if (isRejected(doubt)) {
            ledger.entries().giveUp(doubt.seq(), "the target failed with status 500 each time");
        } else if (doubt.failures() >= MOST_ATTEMPTS) {
            ledger.entries().giveUp(doubt.seq(), "the target failed with status 500 on each of its attempts");
        } else if (doubt.attempts() >= MOST_ATTEMPTS) {
            ledger.entries().keepInDoubt(doubt.seq(), "no answer to " + MOST_ATTEMPTS + " attempts");
        } else if (mayResend) {
            ledger.entries().sendAgain(doubt.seq());
            return true;
        }
        return false;
    }

    /** Agrees on who, where, when and how long, or on who, how long and the whole note; on an empty one, also on where. */
    private boolean mayBe(Row row, PlannedEntry doubt) {
        EntryIdentity sent = doubt.identity();
        EntryIdentity seen = row.identity();
        Capabilities target = run.targets().capabilities();
        return seen.looseFingerprint(target).equals(doubt.likeness())
                || (seen.seconds() == sent.seconds()
                        && sent.note().equals(seen.note())
                        && (!sent.note().isEmpty() || sent.place(target).equals(seen.place(target))));
    }

    private boolean isRejected(PlannedEntry doubt) {
        return doubt.failures() > 1 && ledger.entries().done() > doubt.successMark();
    }

    /** Whether every row of the window is listed that must be: ours, and those from before. */
    private boolean isComplete(PersonDateRange window, Map<String, Row> rows) {
        return rows.keySet().containsAll(ledger.rows().ownIds(window.person(), window.first(), window.last()))
                && areGone(
                        window,
                        ledger.rows().baselineIds(window.person(), window.first(), window.last()),
                        rows.keySet());
    }

    /**
     * Whether the person's list over the whole range has every row of ours: a window without rows of
     * ours says nothing of a list that is short, or older than what we created.
     */
    private boolean isListWhole(String person) {
        PersonDateRange range = new PersonDateRange(person, run.firstTargetDay(), run.lastTargetDay(), List.of());
        Set<String> missing = ledger.rows().ownIds(person, range.first(), range.last());
        run.eachRow(
                person,
                range.first(),
                range.last(),
                (row, identity) -> missing.remove(row.id().id()));
        // A stale service denies the newest row in its lists and by its id alike.
        Optional<String> newest = ledger.entries().newest(person);
        return newest.filter(missing::contains).isEmpty() && areGone(range, missing, Set.of());
    }

    private boolean areGone(PersonDateRange window, Collection<String> ids, Set<String> listed) {
        int lookups = 0;
        for (String id : ids) {
            if (!listed.contains(id) && (++lookups > MOST_LOOKUPS || !isGone(window, id))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row was deleted or moved by somebody, which only that row itself can tell. */
    private boolean isGone(PersonDateRange window, String id) {
        try {
            TimeEntry row = run.targets().of(window.person()).get(idOf(id));
            EntryIdentity identity = EntryIdentity.listed(row);
            return row.deleted()
                    || !Objects.equals(identity.person(), window.person())
                    || !window.holds(identity.day());
        } catch (NotFoundException e) {
            return true;
        } catch (HourbridgeException e) {
            throw StepAbortedException.because(e);
        }
    }
}
