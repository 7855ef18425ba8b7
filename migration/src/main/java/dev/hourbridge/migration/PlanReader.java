package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.UnreachableMappings;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Reads the recorded plan from the ledger. */
final class PlanReader {
    static final String INCOMPLETE = "incomplete";
    static final String SENT_BEFORE = "sent before";
    static final String INCOMPLETE_TIME = "incomplete time";
    static final String MUST_KEEP = "must keep";
    static final String REFUSED_LOSSES = "refused losses";
    static final String NOT_FOUND = "named and not found";
    static final String DELETED = "deleted at source";
    static final String EXISTING = "existing rows";
    static final String EXISTING_SAMPLES = "existing samples";

    private PlanReader() {}

    static MigrationPlan read(MigrationContext run, Ledger ledger) {
        Database database = ledger.database();
        long complete = ledger.entries().count();
        long incomplete = ledger.metaNumber(INCOMPLETE);
        long existing = ledger.metaNumber(EXISTING);
        String samples = ledger.meta(EXISTING_SAMPLES).orElse("");
        List<String> barred = run.targets().withoutCredential(ledger.entries().people());
        boolean stops = existing > 0 && run.policy().existing() == ExistingRows.STOP;
        List<EntryField> refused =
                ledger.meta(REFUSED_LOSSES, PlanReader::fields).orElse(List.of());
        List<UnknownId> unknown = ledger.plan().unknownIds();
        boolean isReady = incomplete == 0
                && ledger.metaNumber(NOT_FOUND) == 0
                && refused.isEmpty()
                && unknown.isEmpty()
                && barred.isEmpty()
                && !stops;
        Duration time = sum(database);
        return MigrationPlan.builder()
                .outcome(isReady ? Outcome.DONE : Outcome.NEEDS_INPUT)
                .digest(ledger.planDigest())
                .entries(complete + incomplete)
                .incompleteEntries(incomplete)
                .sentBefore(ledger.metaNumber(SENT_BEFORE))
                .isBegun(database.queryLong(
                                "SELECT EXISTS (SELECT 1 FROM entry WHERE state <> 'PLANNED' OR doubted = 1)")
                        > 0)
                .named(ledger.named().count())
                .namedNotFound(ledger.metaNumber(NOT_FOUND))
                .deletedAtSource(ledger.metaNumber(DELETED))
                .sourceDuration(ledger.meta(INCOMPLETE_TIME, text -> time.plus(Duration.parse(text)))
                        .orElse(time))
                .plannedDuration(Duration.ofSeconds(database.queryLong("SELECT sum(seconds) FROM entry")))
                .roundedEntries(database.queryLong(
                        "SELECT count(*) FROM entry WHERE seconds <> source_seconds OR source_nanos > 0"))
                .losses(ledger.plan().losses(complete + incomplete))
                .mustKeep(ledger.meta(MUST_KEEP, PlanReader::fields).orElse(refused))
                .refusedLosses(refused)
                .unmapped(ledger.plan().unmapped())
                .unreachable(UnreachableMappings.of(run.mapping(), run.targets().capabilities()))
                .unknownIds(unknown)
                .unseenPeople(ledger.plan().unseenPeople())
                .peopleWithoutCredential(barred)
                .existingRows(existing)
                .existingSamples(samples.isEmpty() ? List.of() : Arrays.asList(samples.split(EntryTable.SEPARATOR)))
                .build();
    }

    private static Duration sum(Database database) {
        return database.first(
                        "SELECT sum(source_seconds), total(source_nanos) FROM entry",
                        row -> Duration.ofSeconds(row.getLong(1), row.getLong(2)))
                .orElse(Duration.ZERO);
    }

    private static List<EntryField> fields(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(", ")).map(EntryField::valueOf).toList();
    }
}
