package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ChangePlanner;
import dev.hourbridge.migration.internal.change.SourceAbsence;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.migration.internal.mapping.EntryMapper;
import dev.hourbridge.migration.internal.mapping.LossCounter;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.migration.internal.mapping.UnmappedCounter;
import dev.hourbridge.migration.internal.sqlite.ChangeStaging;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.PlanStaging;
import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import dev.hourbridge.migration.internal.target.PlannedTarget;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the source and records the entries to create: either the whole plan or nothing. */
final class Planner {
    private final MigrationContext run;
    private final Ledger ledger;
    private final Capabilities target;
    private final EntryMapper mapper;
    private final PlanOptions options;
    private final PlanStaging staging;
    private final ChangeStaging changeStaging;
    private final ChangePlanner changes;
    private final LossCounter losses = new LossCounter();
    private final UnmappedCounter unmapped = new UnmappedCounter();
    private final PlanTally tally = new PlanTally();

    /**
     * Checks that a plan can be made in a ledger.
     *
     * @throws LedgerException if the ledger was undone, or its last plan had a wider filter
     */
    static void check(MigrationContext run, Ledger ledger) {
        if (run.policy().marker() == Marker.TAG
                && !run.targets().capabilities().writable().contains(EntryField.TAGS)) {
            throw new InvalidInputException(
                    "policy.marker", "a tag for a target that does not store tags", "use trailer, or omit the marker");
        }
        if (ledger.hasPlan()) {
            ledger.requireIntactPlan();
        }
        if (ledger.isClosed()) {
            throw new LedgerException(
                    LedgerException.Problem.MISMATCH,
                    "The entries of this ledger were undone, so it cannot be reused. Use a new ledger file.");
        }
        run.filter().check(run.source().capabilities());
        if (ledger.hasPlan() && !run.filter().isAtLeast(ledger.plan().summary().filter())) {
            throw new LedgerException(
                    LedgerException.Problem.MISMATCH,
                    "The filter is narrower than the filter of the ledger's last plan. Widen it, or use a new ledger "
                            + "file.");
        }
    }

    /**
     * Creates a planner.
     */
    Planner(MigrationContext run, Ledger ledger, PlanOptions options) {
        this.run = run;
        this.ledger = ledger;
        this.target = run.targets().capabilities();
        this.mapper = run.mapper();
        this.options = options;
        this.staging = ledger.stagePlan(options.onlySourceIds());
        this.changeStaging = ledger.stageChanges();
        this.changes = new ChangePlanner(run, ledger, changeStaging, mapper);
    }

    /**
     * Reads both sides and records the plan in one transaction.
     *
     * @throws dev.hourbridge.model.HourbridgeException if the source or the target cannot be read; in this case the
     *     ledger is unchanged
     */
    MigrationPlan plan() {
        Set<String> notFound = staging.namedToFind();
        readSource(notFound);
        SourceAbsence absence = new SourceAbsence(run, changeStaging);
        if (isOfEverything()) {
            absence.read(this::addNotListed);
        }
        staging.complete();
        if (run.policy().rounding().equals(Rounding.sumPreserving())) {
            new SumPreserving(staging, run.policy().rounding().unit(target.durationUnit()), target).distribute();
        }
        changes.decide(absence);
        List<EntryField> forbiddenLosses = forbiddenLosses();
        // Only now: what was sent under an earlier plan is lost already, and no reason to refuse this one.
        countLossesOfRetained();
        PlannedTarget existing = new PlannedTarget(run, ledger, staging);
        existing.read();
        record(notFound.size(), forbiddenLosses, existing);
        return PlanReader.read(run, ledger);
    }

    /** Returns a plan of some entries knows nothing of those that the source does not list. */
    private boolean isOfEverything() {
        return options.onlySourceIds().isEmpty() && ledger.plan().countNamed() == 0;
    }

    private void addNotListed(TimeEntry source, PlannedEntry sent) {
        if (run.filter().matches(source) && !mapper.isSkipped(source)) {
            compare(source, sent);
        }
    }

    /** A plan of nothing looks as if all were done, so a list without any row is read again a moment later. */
    private void readSource(Set<String> notFound) {
        if (!hasReadSource(notFound)) {
            run.pauseAfterEmptyList();
            var unused = hasReadSource(notFound);
        }
    }

    /** Reads the source; returns whether it listed anything. */
    private boolean hasReadSource(Set<String> notFound) {
        boolean hasRows = false;
        TimeEntryQuery query = TimeEntryQuery.between(run.firstDay(), run.lastDay());
        try (CloseableIterator<TimeEntry> rows = run.source().list(query).iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                hasRows = true;
                if (!row.deleted()) {
                    changeStaging.list(
                            row.id().id(),
                            row.person().map(ref -> ref.id()).orElse(null),
                            row.project().map(ref -> ref.id()).orElse(null));
                }
                if (!run.filter().matches(row)) {
                    tally.countFiltered(staging.isRetained(row.id().id()));
                    continue;
                }
                notFound.remove(row.id().id());
                if (staging.includes(row.id().id())
                        || staging.isRetained(row.id().id())) {
                    add(row);
                }
                run.report(Progress.Phase.READING_SOURCE, tally.entries(), OptionalLong.empty());
            }
        }
        return hasRows;
    }

    private void add(TimeEntry source) {
        String id = source.id().id();
        if (source.deleted()) {
            tally.countDeleted();
            return;
        }
        boolean isSkipped = mapper.isSkipped(source);
        if (staging.isRetained(id)) {
            addSent(source, isSkipped);
            return;
        }
        if (isSkipped) {
            tally.countSkipped(source.workTime().duration());
            return;
        }
        if (staging.contains(id)) {
            throw new ListChangedException(
                    Failure.builder("The source listed an entry twice.").build());
        }
        MappingResult result = mapper.map(source);
        Duration duration = result.source().workTime().duration();
        tally.countPlanned(duration, result.isComplete());
        if (result.isComplete()) {
            staging.add(PlannedContent.of(SourceFields.of(source, duration), result, target));
        } else {
            result.missing().forEach(unmapped::add);
        }
        losses.add(id, result.losses());
    }

    /** Counts an entry that an earlier plan dealt with, and plans what changed of it. */
    private void addSent(TimeEntry source, boolean isSkipped) {
        tally.countSent(source.workTime().duration(), isSkipped);
        if (!isSkipped) {
            ledger.entries().bySourceId(source.id().id()).ifPresent(sent -> compare(source, sent));
        }
    }

    private void compare(TimeEntry source, PlannedEntry sent) {
        MappingResult result = mapper.map(source);
        if (result.isComplete()) {
            changes.compare(source, result, sent);
        } else {
            tally.countSentAndIncomplete();
            result.missing().forEach(unmapped::add);
        }
    }

    private List<EntryField> forbiddenLosses() {
        return losses.losses(tally.entries()).stream()
                .filter(loss -> loss.kind().isLoss())
                .map(FieldLoss::field)
                .filter(options.mustKeep()::contains)
                .distinct()
                .toList();
    }

    private void countLossesOfRetained() {
        changeStaging.eachLoss(losses::add);
        Pages.forEach(ledger.entries()::lossyPage, PlannedEntry::seq, entry -> {
            if (staging.isRetained(entry.sourceId()) && !changeStaging.isChanged(entry.seq())) {
                losses.add(entry.sourceId(), entry.content().losses());
            }
        });
    }

    private void record(long notFound, List<EntryField> forbiddenLosses, PlannedTarget existing) {
        PlanSummary summary =
                tally.summary(run.filter(), staging.countRetained(), notFound, options, forbiddenLosses, existing);
        ledger.write(LedgerWriteHook.Write.PLAN, tx -> {
            tx.plan().takeOver(staging);
            tx.plan().summary(summary);
            tx.plan().losses(losses.losses(tally.entries()));
            tx.plan().unmapped(unmapped.unmapped());
            tx.plan().unknown(existing.unknownIds(), existing.unseenPeople());
            tx.seal(run.contentDigest());
        });
    }
}
