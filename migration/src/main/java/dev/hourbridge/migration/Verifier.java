package dev.hourbridge.migration;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads both sides again and judges every row anew; what an earlier verify said counts for nothing. */
final class Verifier {
    private static final String UNSEEN =
            "differs = NULL, found = NULL, seen_seconds = NULL, seen_person = NULL, seen_project = NULL,"
                    + " seen_task = NULL, seen_day = NULL";

    private final MigrationContext run;
    private final Ledger ledger;
    private final TargetReader reader;
    private final List<TotalCheck> checks = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private Optional<String> problem = Optional.empty();
    private boolean isBarred;
    private SourceCheck source = SourceCheck.notRead();

    Verifier(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.reader = new TargetReader(run, ledger);
    }

    VerifyReport verify() {
        ledger.requirePlan(run.contentDigest());
        ledger.database().write(LedgerWriteHook.Write.VERDICTS, () -> {
            reset();
            ledger.entries().people().forEach(this::readTarget);
            conclude();
            readSource();
        });
        return report();
    }

    private void reset() {
        ledger.rows().clearOthers();
        ledger.database().update("UPDATE entry SET verdict = NULL, source_changed = 0, " + UNSEEN);
    }

    private void readTarget(String person) {
        try {
            checks.add(reader.read(person));
        } catch (HourbridgeException e) {
            giveWay(e);
            isBarred |= StepAbortedException.isConfiguration(e);
            unreadable.add(person);
            ledger.database()
                    .update("UPDATE entry SET verdict = 'UNREADABLE', " + UNSEEN + " WHERE person = ?", person);
            ledger.database().update("DELETE FROM other_row WHERE person = ?", person);
        }
    }

    private void giveWay(HourbridgeException e) {
        if (e instanceof CallInterruptedException) {
            throw e;
        }
        problem = problem.or(() -> Optional.ofNullable(e.getMessage()));
    }

    private void conclude() {
        Database database = ledger.database();
        database.update("UPDATE entry SET verdict = 'MISSING' WHERE verdict IS NULL");
        database.update("UPDATE entry SET state = held WHERE state = 'VERIFIED' AND verdict NOT IN ('SAME',"
                + " 'SAME_WITH_LOSS')");
        // A row that may be an entry in doubt is not a double yet.
        for (PlannedEntry doubt : ledger.entries().where("state IN ('IN_DOUBT', 'INTENT') ORDER BY seq")) {
            database.update(
                    "UPDATE other_row SET verdict = 'UNRELATED' WHERE target_id = (SELECT o.target_id FROM other_row o JOIN"
                            + " entry e ON e.seq = o.like_seq WHERE o.verdict = 'POSSIBLE_DUPLICATE' AND e.fingerprint = ?"
                            + " ORDER BY o.target_id LIMIT 1)",
                    doubt.fingerprint());
        }
    }

    private void readSource() {
        Database database = ledger.database();
        database.update("UPDATE entry SET source_changed = 2");
        long added = 0;
        Duration listed = Duration.ZERO;
        TimeEntryQuery query = TimeEntryQuery.between(run.firstDay(), run.lastDay());
        try (CloseableIterator<TimeEntry> rows = run.source().list(query).iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                if (!row.deleted()) {
                    added += isPlanned(row) || !ledger.named().includes(row.id().id()) ? 0 : 1;
                    listed = listed.plus(row.workTime().duration());
                }
            }
        } catch (HourbridgeException e) {
            giveWay(e);
            database.update("UPDATE entry SET source_changed = 0");
            return;
        }
        source = SourceCheck.of(
                database.queryLong("SELECT count(*) FROM entry WHERE source_changed = 1"),
                Math.max(0, added - ledger.metaNumber(PlanReader.INCOMPLETE)),
                database.queryLong("SELECT count(*) FROM entry WHERE source_changed = 2"),
                sourceTotal(query, listed));
    }

    /** Notes whether the row is as it was when it was planned; false if it was not planned. */
    private boolean isPlanned(TimeEntry row) {
        return ledger.database()
                        .update(
                                "UPDATE entry SET source_changed = source_digest <> ? WHERE source_id = ?",
                                EntryWriter.sourceDigest(row),
                                row.id().id())
                > 0;
    }

    private Optional<TotalCheck> sourceTotal(TimeEntryQuery query, Duration listed) {
        if (run.source().capabilities().total() != TotalKind.BY_LOCAL_DATE) {
            return Optional.empty();
        }
        try {
            return run.source().total(query).map(own -> TotalCheck.of("", listed, Optional.of(own), Optional.empty()));
        } catch (CallInterruptedException e) {
            throw e;
        } catch (HourbridgeException e) {
            return Optional.empty();
        }
    }

    private VerifyReport report() {
        Map<Verdict, Long> verdicts = verdicts();
        long refused = ledger.entries().count(EntryState.REFUSED);
        long inDoubt =
                ledger.entries().count(EntryState.IN_DOUBT) + ledger.entries().count(EntryState.INTENT);
        Outcome outcome = outcome(verdicts, refused, inDoubt);
        Duration planned = Duration.ofSeconds(ledger.database().queryLong("SELECT sum(seconds) FROM entry"));
        Duration onTarget = Duration.ofSeconds(ledger.database().queryLong("SELECT sum(seen_seconds) FROM entry"));
        VerifyReport.Builder report = VerifyReport.builder()
                .outcome(outcome)
                .problem(problem)
                .entries(ledger.entries().count() + ledger.metaNumber(PlanReader.INCOMPLETE))
                .verdicts(verdicts)
                .undone(missing("'UNDONE'"))
                .notSent(missing("'PLANNED'"))
                .noLongerListed(missing("'CREATED', 'RECOVERED', 'ADOPTED'"))
                .refused(refused)
                .notAttempted(ledger.entries().notAttempted())
                .inDoubt(inDoubt)
                .planned(planned)
                .onTarget(onTarget)
                .totals(Totals.of(ledger.database()))
                .totalChecks(List.copyOf(checks))
                .source(source)
                .possibleDuplicates(ledger.rows().doubles())
                .summary("");
        return report.summary(
                        VerifySummary.of(run, report.build(), ledger.named().count()))
                .build();
    }

    private long missing(String states) {
        return ledger.database()
                .queryLong("SELECT count(*) FROM entry WHERE verdict = 'MISSING' AND state IN (" + states + ")");
    }

    private Outcome outcome(Map<Verdict, Long> verdicts, long refused, long inDoubt) {
        Outcome outcome = Outcome.DONE;
        if (refused > 0) {
            outcome = outcome.and(Outcome.REJECTS);
        }
        if (inDoubt > 0) {
            outcome = outcome.and(Outcome.IN_DOUBT);
        }
        long unexplained = verdicts.getOrDefault(Verdict.MISSING, 0L) - missing("'REFUSED', 'IN_DOUBT', 'INTENT'");
        if (unexplained > 0
                || verdicts.containsKey(Verdict.DIFFERENT)
                || verdicts.containsKey(Verdict.EXTRA)
                || verdicts.containsKey(Verdict.POSSIBLE_DUPLICATE)
                || checks.stream().anyMatch(TotalCheck::disagrees)
                || source.totalCheck().filter(TotalCheck::disagrees).isPresent()) {
            outcome = outcome.and(Outcome.DIFFERENT);
        }
        if (!unreadable.isEmpty()) {
            outcome = outcome.and(isBarred ? Outcome.CONFIGURATION : Outcome.TEMPORARY);
        }
        return ledger.metaNumber(PlanReader.INCOMPLETE) + ledger.metaNumber(PlanReader.NOT_FOUND) > 0
                ? outcome.and(Outcome.NEEDS_INPUT)
                : outcome;
    }

    private Map<Verdict, Long> verdicts() {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        ledger.database()
                .list(
                        "SELECT verdict, count(*) FROM (SELECT verdict FROM entry UNION ALL SELECT verdict FROM other_row)"
                                + " GROUP BY verdict",
                        row -> verdicts.put(Verdict.valueOf(row.getString(1)), row.getLong(2)));
        long changed = source.changed() + source.added() + source.removed();
        if (changed > 0) {
            verdicts.put(Verdict.SOURCE_CHANGED, changed);
        }
        return verdicts;
    }
}
