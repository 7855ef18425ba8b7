package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.change.ChangeGate;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.mapping.UnreachableMappings;
import dev.hourbridge.migration.internal.sqlite.CreateQueries;
import dev.hourbridge.migration.internal.sqlite.EntryCounts;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.PlanQueries;
import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import java.util.List;

/** Reads the recorded plan from the ledger, and determines whether it can be carried out without a decision. */
final class PlanReader {
    private PlanReader() {}

    /**
     * Reads the plan. It is ready if no decision is needed first: every id is mapped and known, no field in {@code
     * mustKeep} has a loss, and there are no existing rows for which the policy requires a stop.
     */
    static MigrationPlan read(MigrationContext run, Ledger ledger) {
        EntryCounts counts = ledger.counts();
        PlanQueries plan = ledger.plan();
        PlanSummary summary = plan.summary();
        PlannedChanges changes = ChangeReport.of(run, ledger);
        long total = counts.count() + summary.incomplete();
        List<String> barred = run.targets().withoutCredential(counts.people());
        CreateQueries creates = ledger.creates(run.adoptsRows());
        boolean stops = summary.existingRows() > 0 && run.policy().existing() == ExistingRows.STOP;
        List<UnknownId> unknown = plan.unknownIds();
        boolean isReady = summary.incomplete() == 0
                && summary.namedNotFound() == 0
                && summary.sentAndIncomplete() == 0
                && summary.forbiddenLosses().isEmpty()
                && unknown.isEmpty()
                && barred.isEmpty()
                && !stops
                && !creates.isStopped()
                && !ChangeGate.isToStop(run, ledger);
        return MigrationPlan.builder()
                .outcome((isReady ? Outcome.DONE : Outcome.NEEDS_INPUT).and(ChangeGate.standing(ledger)))
                .digest(ledger.planDigest())
                .entries(summary.listed().orElse(total))
                .incompleteEntries(summary.incomplete())
                .sentBefore(summary.sentBefore())
                .sentNotListed(summary.sentNotListed())
                .changes(changes)
                .sentAndIncomplete(summary.sentAndIncomplete())
                .isBegun(counts.isBegun())
                .isClosed(ledger.isClosed())
                .named(plan.countNamed())
                .namedNotFound(summary.namedNotFound())
                .deletedAtSource(summary.deletedAtSource())
                .filter(summary.filter())
                .filteredEntries(summary.filtered())
                .skippedEntries(summary.skipped())
                .skippedDuration(summary.skippedDuration())
                .sentAndSkipped(summary.sentAndSkipped())
                .sourceDuration(
                        summary.listed().isPresent()
                                ? summary.listedDuration()
                                : counts.sourceDuration().plus(summary.incompleteDuration()))
                .plannedDuration(counts.plannedDuration())
                .roundedEntries(counts.countRounded())
                .losses(plan.losses(total))
                .mustKeep(summary.mustKeep())
                .forbiddenLosses(summary.forbiddenLosses())
                .unmapped(plan.unmapped())
                .unreachable(UnreachableMappings.of(run.mapping(), run.targets().capabilities()))
                .unknownIds(unknown)
                .unseenPeople(plan.unseenPeople())
                .peopleWithoutCredential(barred)
                .existingRows(summary.existingRows())
                .existingSamples(summary.existingSamples())
                .rowsOfOtherLedgers(plan.countRowsOfOtherLedgers())
                .entriesToSend(creates.count())
                .durationToSend(creates.duration())
                .possibleDuplicates(creates.possibleDuplicates().size())
                .acceptsPossibleDuplicates(summary.acceptsPossibleDuplicates())
                .build();
    }
}
