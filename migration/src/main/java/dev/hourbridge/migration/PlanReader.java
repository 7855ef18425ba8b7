package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.UnreachableMappings;
import dev.hourbridge.migration.internal.sqlite.EntryQueries;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.PlanQueries;
import dev.hourbridge.migration.internal.sqlite.PlanSummary;
import java.util.List;

/** Reads the recorded plan from the ledger. */
final class PlanReader {
    private PlanReader() {}

    static MigrationPlan read(MigrationContext run, Ledger ledger) {
        EntryQueries entries = ledger.entries();
        PlanQueries plan = ledger.plan();
        PlanSummary summary = plan.summary();
        long total = entries.count() + summary.incomplete();
        List<String> barred = run.targets().withoutCredential(entries.people());
        boolean stops = summary.existingRows() > 0 && run.policy().existing() == ExistingRows.STOP;
        List<UnknownId> unknown = plan.unknownIds();
        boolean isReady = summary.incomplete() == 0
                && summary.namedNotFound() == 0
                && summary.refusedLosses().isEmpty()
                && unknown.isEmpty()
                && barred.isEmpty()
                && !stops;
        return MigrationPlan.builder()
                .outcome(isReady ? Outcome.DONE : Outcome.NEEDS_INPUT)
                .digest(ledger.planDigest())
                .entries(total)
                .incompleteEntries(summary.incomplete())
                .sentBefore(summary.sentBefore())
                .isBegun(entries.isBegun())
                .named(plan.countNamed())
                .namedNotFound(summary.namedNotFound())
                .deletedAtSource(summary.deletedAtSource())
                .sourceDuration(entries.sourceDuration().plus(summary.incompleteDuration()))
                .plannedDuration(entries.plannedDuration())
                .roundedEntries(entries.countRounded())
                .losses(plan.losses(total))
                .mustKeep(summary.mustKeep())
                .refusedLosses(summary.refusedLosses())
                .unmapped(plan.unmapped())
                .unreachable(UnreachableMappings.of(run.mapping(), run.targets().capabilities()))
                .unknownIds(unknown)
                .unseenPeople(plan.unseenPeople())
                .peopleWithoutCredential(barred)
                .existingRows(summary.existingRows())
                .existingSamples(summary.existingSamples())
                .build();
    }
}
