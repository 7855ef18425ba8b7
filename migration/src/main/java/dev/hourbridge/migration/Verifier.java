package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryMapper;
import dev.hourbridge.migration.internal.sqlite.ChangeQueries;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging;
import dev.hourbridge.migration.internal.target.CopyReader;
import dev.hourbridge.migration.internal.target.SentEntry;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads both sides again and determines a verdict for every row, regardless of earlier verifies. */
final class Verifier {
    private final MigrationContext run;
    private final Ledger ledger;
    private final VerifyStaging staging;
    private final TargetReader reader;
    private final EntryMapper mapper;
    private final List<TotalCheck> checks = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private Optional<String> problem = Optional.empty();
    private boolean isBarred;
    private boolean areRowsUnread;

    private record SourceReading(boolean hasRows, long unplanned, Optional<TotalCheck> total) {
        /** Returns whether the service's own total differs from the total of its list. */
        boolean disagrees() {
            return total.filter(TotalCheck::disagrees).isPresent();
        }
    }

    /** Creates the step. */
    Verifier(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.staging = ledger.stageVerification();
        this.reader = new TargetReader(run, ledger, staging);
        this.mapper = run.mapper();
    }

    /** Reads both sides, records the verdicts and returns a report. Sends no write to the target. */
    VerifyReport verify() {
        ledger.requirePlan(run.contentDigest());
        ledger.counts().people().forEach(this::readTarget);
        readOutside();
        findCopies();
        Optional<SourceReading> reading = readSource();
        staging.complete();
        ledger.write(
                LedgerWriteHook.Write.VERDICTS,
                tx -> tx.verification().takeOver(staging, reading.isPresent(), run.firstDay(), run.lastDay()));
        return report(reading.map(this::check).orElse(SourceCheck.notRead()));
    }

    private void readTarget(String person) {
        try {
            checks.add(reader.read(person));
        } catch (HourbridgeException e) {
            giveWay(e);
            isBarred |= StepAbortedException.isConfiguration(e);
            unreadable.add(person);
            staging.markUnreadable(person);
        }
    }

    private void readOutside() {
        try {
            reader.readOutside();
        } catch (HourbridgeException e) {
            giveWay(e);
            isBarred |= StepAbortedException.isConfiguration(e);
            areRowsUnread = true;
        }
    }

    /** Looks for further rows of entries that were sent more than once, of whatever person. */
    private void findCopies() {
        List<SentEntry> sent = SentEntry.of(run, ledger, ledger.entries().sentAgain());
        if (sent.isEmpty()) {
            return;
        }
        try {
            new CopyReader(run, ledger, staging).read(sent);
        } catch (HourbridgeException e) {
            giveWay(e);
            areRowsUnread = true;
        }
    }

    private void giveWay(HourbridgeException e) {
        if (e instanceof CallInterruptedException) {
            throw e;
        }
        problem = problem.or(() -> Optional.ofNullable(e.getMessage()));
    }

    /** Reads the whole source, as {@link TargetReader#read} does; empty if it could not be read. */
    private Optional<SourceReading> readSource() {
        try {
            SourceReading reading = readSourceOnce();
            if (!reading.hasRows() && ledger.counts().count() > 0) {
                run.pauseAfterEmptyList();
                reading = readSourceOnce();
            }
            for (int again = 0; again < TotalCheck.MAX_REREADS && reading.disagrees(); again++) {
                staging.forgetSource();
                reading = readSourceOnce();
            }
            return Optional.of(reading);
        } catch (HourbridgeException e) {
            giveWay(e);
            return Optional.empty();
        }
    }

    private SourceReading readSourceOnce() {
        boolean hasRows = false;
        long unplanned = 0;
        Duration listed = Duration.ZERO;
        TimeEntryQuery query = TimeEntryQuery.between(run.firstDay(), run.lastDay());
        try (CloseableIterator<TimeEntry> rows = run.source().list(query).iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                hasRows = true;
                if (!row.deleted()) {
                    String id = row.id().id();
                    boolean isPlanned = staging.addSource(id, EntryDigest.of(row));
                    unplanned += isPlanned || !isToPlan(row) ? 0 : 1;
                    listed = listed.plus(row.workTime().duration());
                }
            }
        }
        return new SourceReading(hasRows, unplanned, sourceTotal(query, listed));
    }

    private boolean isToPlan(TimeEntry row) {
        return ledger.plan().includes(row.id().id()) && run.filter().matches(row) && !mapper.isSkipped(row);
    }

    private SourceCheck check(SourceReading reading) {
        return SourceCheck.of(
                ledger.verification().countChangedAtSource(),
                Math.max(0, reading.unplanned() - ledger.plan().summary().incomplete()),
                ledger.verification().countRemovedAtSource(),
                reading.total());
    }

    private Optional<TotalCheck> sourceTotal(TimeEntryQuery query, Duration listed) {
        if (run.source().capabilities().total() != TotalKind.BY_LOCAL_DATE) {
            return Optional.empty();
        }
        return Optional.of(TotalCheck.read(run.source(), "the source", query, "", listed))
                .filter(check -> check.own().isPresent() || check.failure().isPresent());
    }

    private VerifyReport report(SourceCheck source) {
        PlanSummary plan = ledger.plan().summary();
        Map<Verdict, Long> verdicts = verdicts(source);
        long rejected = ledger.counts().count(EntryState.REJECTED);
        long inDoubt =
                ledger.counts().count(EntryState.IN_DOUBT) + ledger.counts().count(EntryState.INTENT);
        VerifyReport.Builder report = VerifyReport.builder()
                .outcome(outcome(verdicts, source, plan))
                .problem(problem)
                .entries(ledger.counts().count() + plan.incomplete())
                .skipped(plan.skipped())
                .verdicts(verdicts)
                .undone(ledger.verification().countMissing(EntryState.UNDONE))
                .notSent(ledger.verification().countMissing(EntryState.PLANNED))
                .noLongerListed(ledger.verification()
                        .countMissing(EntryState.CREATED, EntryState.RECOVERED, EntryState.ADOPTED))
                .rejected(rejected)
                .notAttempted(ledger.counts().countNotAttempted())
                .inDoubt(inDoubt)
                .planned(ledger.counts().plannedDuration())
                .onTarget(ledger.verification().seenDuration())
                .totals(ledger.verification().totals())
                .totalChecks(List.copyOf(checks))
                .source(source)
                .remaining(ledger.verification().countRemaining())
                .retained(changes(ChangeState.RETAINED))
                .notVisible(changes(ChangeState.NOT_VISIBLE))
                .possibleDuplicates(ledger.verification().possibleDuplicates())
                .summary("");
        return report.summary(
                        VerifySummary.of(run, report.build(), ledger.plan().countNamed()))
                .build();
    }

    private long changes(ChangeState state) {
        return ledger.changes().count(state);
    }

    private Outcome outcome(Map<Verdict, Long> verdicts, SourceCheck source, PlanSummary plan) {
        Outcome outcome = Outcome.DONE;
        if (ledger.counts().count(EntryState.REJECTED) > 0) {
            outcome = outcome.and(Outcome.REJECTS);
        }
        ChangeQueries changes = ledger.changes();
        if (changes.count(ChangeState.REJECTED) > 0) {
            outcome = outcome.and(Outcome.REJECTS);
        }
        if (changes.count(ChangeState.NOT_VISIBLE) > 0) {
            outcome = outcome.and(Outcome.TEMPORARY);
        }
        if (ledger.counts().count(EntryState.IN_DOUBT)
                        + ledger.counts().count(EntryState.INTENT)
                        + changes.count(ChangeState.IN_DOUBT)
                        + changes.count(ChangeState.INTENT)
                > 0) {
            outcome = outcome.and(Outcome.IN_DOUBT);
        }
        long explained =
                ledger.verification().countMissing(EntryState.REJECTED, EntryState.IN_DOUBT, EntryState.INTENT);
        if (!ledger.isClosed()) {
            explained += ledger.verification().countMissing(EntryState.UNDONE);
        }
        if (verdicts.getOrDefault(Verdict.MISSING, 0L) > explained
                || verdicts.getOrDefault(Verdict.DIFFERENT, 0L)
                        > ledger.verification().countDifferentAndExplained()
                || verdicts.getOrDefault(Verdict.EXTRA, 0L)
                        > ledger.verification().countExtraAndExplained()
                || verdicts.containsKey(Verdict.POSSIBLE_DUPLICATE)
                || checks.stream().anyMatch(TotalCheck::disagrees)
                || source.totalCheck().filter(TotalCheck::disagrees).isPresent()) {
            outcome = outcome.and(Outcome.DIFFERENT);
        }
        if (areRowsUnread) {
            outcome = outcome.and(Outcome.TEMPORARY);
        }
        if (!unreadable.isEmpty()) {
            outcome = outcome.and(isBarred ? Outcome.CONFIGURATION : Outcome.TEMPORARY);
        }
        return plan.incomplete() + plan.namedNotFound() > 0 ? outcome.and(Outcome.NEEDS_INPUT) : outcome;
    }

    private Map<Verdict, Long> verdicts(SourceCheck source) {
        Map<Verdict, Long> verdicts = ledger.verification().countByVerdict();
        long changed = source.changed() + source.added() + source.removed();
        if (changed > 0) {
            verdicts.put(Verdict.SOURCE_CHANGED, changed);
        }
        return verdicts;
    }
}
