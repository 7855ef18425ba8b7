package dev.hourbridge.cli.report;

import com.google.auto.value.AutoValue;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.UnrelatedRow;
import dev.hourbridge.migration.VerifyReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is known of a migration after one of its steps. The entries are read when they are written.
 *
 * <p>It is built once a step and written in several forms. Entries come from the ledger when a form is written, one
 * page at a time.
 */
@AutoValue
public abstract class Report {
    Report() {}

    /** Values that are read again each time that they are walked, so that a report of any size fits into memory. */
    @FunctionalInterface
    public interface Walk<T> {
        /** Hands out each value. */
        void forEach(Consumer<? super T> use);
    }

    /** A builder; without any step's result, and without entries. */
    public static Builder builder() {
        return new AutoValue_Report.Builder()
                .ledger("")
                .entries(use -> {})
                .mapping(Mapping.builder().build())
                .unknownIds(List.of())
                .notChecked(List.of())
                .unusedKeys(List.of())
                .policy(Policy.ofDefaults())
                .changes(use -> {})
                .others(use -> {})
                .existingRows(use -> {})
                .entriesToSend(use -> {})
                .possibleDuplicates(use -> {})
                .placeRemedy("not mapped")
                .projectRemedy("give a default with defaults.project")
                .rejectsFile("the file that ends with .rejects.jsonl")
                .sourceNames(new Names())
                .targetNames(new Names());
    }

    /** The step after which it was written: plan, apply, verify or undo. */
    public abstract String step();

    /** When it was written. */
    public abstract Instant writtenAt();

    /** The source's account. */
    public abstract String source();

    /** The target's account. */
    public abstract String target();

    /** The ledger, as {@link ReportOwner#name} gives it; empty if there is none. */
    public abstract String ledger();

    /** The first day, inclusive. */
    public abstract LocalDate firstDay();

    /** The last day, inclusive. */
    public abstract LocalDate lastDay();

    /** The plan. */
    public abstract Optional<MigrationPlan> plan();

    /** What apply did in this run. */
    public abstract Optional<ApplyReport> apply();

    /** What verify found in this run. */
    public abstract Optional<VerifyReport> verify();

    /** What undo did in this run. */
    public abstract Optional<UndoReport> undo();

    /** Returns the requests of the command until the report was made. */
    public abstract Optional<RequestSummary> requests();

    /** The entries of the plan. */
    public abstract Walk<EntryReport> entries();

    /** Returns the changes of entries that were sent before: those that this run carried out, and those that remain. */
    public abstract Walk<ReportedChange> changes();

    /** The rows on the target that are not the plan's. */
    public abstract Walk<UnrelatedRow> others();

    /** The rows that were on the target before and equal planned ones. */
    public abstract Walk<ExistingRow> existingRows();

    /** Returns the entries to be sent, without those that rows are adopted for. */
    public abstract Walk<EntryReport> entriesToSend();

    /** Returns the rows that may be entries to be sent. */
    public abstract Walk<PossibleDuplicate> possibleDuplicates();

    /** What helps entries on a project of the source that has no place on the target. */
    public abstract String placeRemedy();

    /** What helps entries that have no project at the source. */
    public abstract String projectRemedy();

    /** Returns where the rejected entries are. */
    public abstract String rejectsFile();

    /** Which source id is which target id. */
    public abstract Mapping mapping();

    /** What the mapping names, and the target does not have. */
    public abstract List<String> unknownIds();

    /** What the target does not tell before something is sent. */
    public abstract List<String> notChecked();

    /** What the mapping names, and no entry of the source has. */
    public abstract List<String> unusedKeys();

    /** What is done about rows that were on the target before, and about what changed. */
    public abstract Policy policy();

    /** What the source calls whom. */
    public abstract Names sourceNames();

    /** What the target calls whom. */
    public abstract Names targetNames();

    /** A builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Report}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The step. Required. */
        public abstract Builder step(String step);

        /** When it is written. Required. */
        public abstract Builder writtenAt(Instant moment);

        /** The source's account. Required. */
        public abstract Builder source(String account);

        /** The target's account. Required. */
        public abstract Builder target(String account);

        /** The ledger. Default: none. */
        public abstract Builder ledger(String name);

        /** The first day. Required. */
        public abstract Builder firstDay(LocalDate day);

        /** The last day. Required. */
        public abstract Builder lastDay(LocalDate day);

        /** The plan. Default: none. */
        public abstract Builder plan(MigrationPlan plan);

        /** The plan, if there is one. */
        public abstract Builder plan(Optional<MigrationPlan> plan);

        /** What apply did. Default: nothing. */
        public abstract Builder apply(ApplyReport apply);

        /** What verify found. Default: nothing. */
        public abstract Builder verify(VerifyReport verify);

        /** What undo did. Default: nothing. */
        public abstract Builder undo(UndoReport undo);

        /** Sets the requests of the command. Default: not counted. */
        public abstract Builder requests(RequestSummary requests);

        /** The entries. Default: none. */
        public abstract Builder entries(Walk<EntryReport> entries);

        /** Sets the changes of entries that were sent before. Default: none. */
        public abstract Builder changes(Walk<ReportedChange> changes);

        /** The rows that are not the plan's. Default: none. */
        public abstract Builder others(Walk<UnrelatedRow> others);

        /** The rows that were there before and equal planned ones. Default: none. */
        public abstract Builder existingRows(Walk<ExistingRow> rows);

        /** Sets the entries to be sent. Default: none. */
        public abstract Builder entriesToSend(Walk<EntryReport> entries);

        /** Sets the rows that may be entries to be sent. Default: none. */
        public abstract Builder possibleDuplicates(Walk<PossibleDuplicate> rows);

        /** What helps entries on a project that has no place on the target. Default: to map it. */
        public abstract Builder placeRemedy(String remedy);

        /** What helps entries without a project. Default: a default project. */
        public abstract Builder projectRemedy(String remedy);

        /** Sets where the rejected entries are. Default: a description of it. */
        public abstract Builder rejectsFile(String file);

        /** The mapping. Default: nothing is mapped. */
        public abstract Builder mapping(Mapping mapping);

        /** What the target does not have. Default: nothing. */
        public abstract Builder unknownIds(List<String> lines);

        /** What the target does not tell. Default: nothing. */
        public abstract Builder notChecked(List<String> lines);

        /** What the mapping names in vain. Default: nothing. */
        public abstract Builder unusedKeys(List<String> keys);

        /** What is done about rows that were there before, and about what changed. Default: that of the library. */
        public abstract Builder policy(Policy policy);

        /** The source's names. Default: none. */
        public abstract Builder sourceNames(Names names);

        /** The target's names. Default: none. */
        public abstract Builder targetNames(Names names);

        /** The report. */
        public abstract Report build();
    }
}
