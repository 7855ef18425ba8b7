package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryMapper;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Failure;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the source and writes down what is to be created, all of it or nothing. */
final class Planner {
    private static final int MOST_SAMPLES = 3;

    private final MigrationContext run;
    private final Ledger ledger;
    private final EntryMapper mapper;
    private final EntryWriter writer;

    private long entries;
    private long incomplete;
    private Duration incompleteTime = Duration.ZERO;
    private long deleted;

    /** Fields of which nothing may be lost. */
    private final Set<EntryField> mustKeep;

    /** Numbers of entries that were sent under an earlier plan, and stay as they are. */
    private final BitSet history = new BitSet();

    /** Source ids of the entries to plan; none for those of the plan before, or for all. */
    private final Set<String> only;

    Planner(MigrationContext run, Ledger ledger, Set<EntryField> mustKeep, Set<String> only) {
        this.run = run;
        this.mustKeep = mustKeep;
        this.only = only;
        this.ledger = ledger;
        this.mapper = new EntryMapper(
                run.source().capabilities(),
                run.targets().account(),
                run.targets().capabilities(),
                run.mapping(),
                run.policy());
        this.writer = new EntryWriter(ledger.database(), run.targets().capabilities());
    }

    MigrationPlan plan() {
        if (run.policy().marker() == Marker.TAG
                && !run.targets().capabilities().writable().contains(EntryField.TAGS)) {
            throw new InvalidInputException(
                    "policy.marker", "a tag on a target that keeps no tags", "use trailer, or leave the marker out");
        }
        if (ledger.hasPlan()) {
            ledger.requireIntactPlan();
        }
        if (ledger.entries().count(EntryState.UNDONE) > 0) {
            throw new LedgerException(
                    LedgerException.Problem.MISMATCH,
                    "Entries of this ledger were undone, so that it is history; name a new ledger file.");
        }
        ledger.database().write(LedgerWriteHook.Write.PLAN, this::record);
        return PlanReader.read(run, ledger);
    }

    private void record() {
        ledger.plan().clear();
        ledger.named().restrictTo(only, ledger.hasPlan());
        ledger.database().list("SELECT seq FROM entry", row -> row.getInt(1)).forEach(history::set);
        ledger.setMeta(PlanReader.SENT_BEFORE, history.cardinality());
        Set<String> missing = ledger.named().withoutEntry();
        TimeEntryQuery query = TimeEntryQuery.between(run.firstDay(), run.lastDay());
        try (CloseableIterator<TimeEntry> rows = run.source().list(query).iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                missing.remove(row.id().id());
                if (ledger.named().includes(row.id().id())) {
                    add(row);
                }
                run.report(Progress.Phase.READING_SOURCE, entries, OptionalLong.empty());
            }
        }
        if (run.policy().rounding().mode() == Rounding.Mode.SUM_PRESERVING) {
            long unit = run.policy()
                    .rounding()
                    .unit(run.targets().capabilities().durationUnit())
                    .toSeconds();
            new SumPreserving(ledger, writer, unit).distribute();
        }
        ledger.setMeta(PlanReader.INCOMPLETE, incomplete);
        ledger.setMeta(PlanReader.INCOMPLETE_TIME, incompleteTime.toString());
        ledger.setMeta(PlanReader.DELETED, deleted);
        ledger.setMeta(PlanReader.NOT_FOUND, missing.size());
        ledger.setMeta(PlanReader.MUST_KEEP, names(mustKeep));
        ledger.setMeta(PlanReader.REFUSED_LOSSES, refusedLosses());
        // Only now: what was sent under an earlier plan is lost already, and no reason to refuse this one.
        countLossesOfHistory();
        lookAtTarget();
        ledger.seal(run.contentDigest());
    }

    private String refusedLosses() {
        return names(ledger.plan().losses(Math.max(1, entries)).stream()
                .filter(loss -> loss.kind() != LossKind.MAPPED && loss.kind() != LossKind.KEPT_IN_TRAILER)
                .map(FieldLoss::field)
                .filter(mustKeep::contains)
                .distinct()
                .toList());
    }

    private static String names(Collection<EntryField> fields) {
        return fields.stream().map(EntryField::name).collect(Collectors.joining(", "));
    }

    private void countLossesOfHistory() {
        record Lossy(int seq, String sourceId, String losses) {}
        ledger
                .database()
                .list(
                        "SELECT seq, source_id, losses FROM entry WHERE losses <> ''",
                        row -> new Lossy(row.getInt(1), row.getString(2), row.getString(3)))
                .stream()
                .filter(each -> history.get(each.seq()))
                .forEach(each -> {
                    for (String loss : each.losses().split(",", -1)) {
                        int colon = loss.indexOf(':');
                        ledger.plan()
                                .countLoss(
                                        EntryField.valueOf(loss.substring(0, colon)),
                                        LossKind.valueOf(loss.substring(colon + 1)),
                                        each.sourceId());
                    }
                });
    }

    private void add(TimeEntry source) {
        if (source.deleted()) {
            deleted++;
            return;
        }
        String id = source.id().id();
        var known = ledger.entries().where("source_id = ?", id);
        if (!known.isEmpty()) {
            if (!history.get((int) known.get(0).seq())) {
                throw new ListChangedException(
                        Failure.builder("The source gave one entry twice.").build());
            }
            return;
        }
        entries++;
        MappingResult result = mapper.map(source);
        if (result.isComplete()) {
            writer.insert(
                    result,
                    EntryWriter.sourceDigest(source),
                    result.source().workTime().duration());
        } else {
            incomplete++;
            incompleteTime = incompleteTime.plus(source.workTime().duration());
            result.missing().forEach(ledger.plan()::countMissing);
        }
        result.losses()
                .forEach((field, kinds) -> kinds.forEach(kind -> ledger.plan().countLoss(field, kind, id)));
    }

    /** Counts rows that are there already and equal planned ones, and finds out which ids the target does not have. */
    private void lookAtTarget() {
        List<String> people = ledger.entries().peopleToSendFor();
        List<String> barred = run.targets().withoutCredential(people);
        TargetIds ids = new TargetIds(run, ledger);
        List<String> samples = new ArrayList<>();
        long[] equal = new long[1];
        long[] seen = new long[1];
        for (String person : people) {
            if (barred.contains(person)) {
                continue;
            }
            run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
                run.report(Progress.Phase.READING_TARGET, ++seen[0], OptionalLong.empty());
                ids.see(identity);
                String id = row.id().id();
                if (Baseline.equalsPlanned(run, ledger, row) && !ledger.rows().isOwnOrSurplus(id)) {
                    equal[0]++;
                    if (samples.size() < MOST_SAMPLES) {
                        samples.add(id);
                    }
                }
            });
        }
        ids.ask();
        ledger.setMeta(PlanReader.EXISTING, equal[0]);
        ledger.setMeta(PlanReader.EXISTING_SAMPLES, String.join(EntryTable.SEPARATOR, samples));
    }
}
