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
 * The complete result of a migration after one of its steps. The entries are read when the report is written.
 *
 * <p>A report is built once per step and written in several forms. While a form is written, entries are read from the
 * ledger, one page at a time.
 */
@AutoValue
public abstract class Report {
    Report() {}

    /** Values that are read again on each iteration, so a report of any size fits into memory. */
    @FunctionalInterface
    public interface Walk<T> {
        /** Passes each value to {@code use}. */
        void forEach(Consumer<? super T> use);
    }

    /** Returns a builder without any step's result and without entries. */
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
                .projectRemedy("set a default with defaults.project")
                .rejectsFile("the .rejects.jsonl file")
                .sourceNames(new Names())
                .targetNames(new Names());
    }

    /** Returns the step of this report: plan, apply, verify or undo. */
    public abstract String step();

    /** Returns the time at which the report was written. */
    public abstract Instant writtenAt();

    /** Returns the source's account. */
    public abstract String source();

    /** Returns the target's account. */
    public abstract String target();

    /** Returns the name of the ledger from {@link ReportOwner#name}; empty if there is no ledger. */
    public abstract String ledger();

    /** Returns the first day, inclusive. */
    public abstract LocalDate firstDay();

    /** Returns the last day, inclusive. */
    public abstract LocalDate lastDay();

    /** Returns the plan. */
    public abstract Optional<MigrationPlan> plan();

    /** Returns the result of apply in this run. */
    public abstract Optional<ApplyReport> apply();

    /** Returns the result of verify in this run. */
    public abstract Optional<VerifyReport> verify();

    /** Returns the result of undo in this run. */
    public abstract Optional<UndoReport> undo();

    /** Returns the requests of the command until the report was created. */
    public abstract Optional<RequestSummary> requests();

    /** Returns the entries of the plan. */
    public abstract Walk<EntryReport> entries();

    /** Returns the changes to entries that were sent before: those that this run carried out, and those that remain. */
    public abstract Walk<ReportedChange> changes();

    /** Returns the rows on the target that are not part of the plan. */
    public abstract Walk<UnrelatedRow> others();

    /** Returns the rows that were on the target before and are equal to planned entries. */
    public abstract Walk<ExistingRow> existingRows();

    /** Returns the entries to be sent, without those for which rows are adopted. */
    public abstract Walk<EntryReport> entriesToSend();

    /** Returns the rows that may be duplicates of entries to be sent. */
    public abstract Walk<PossibleDuplicate> possibleDuplicates();

    /** Returns the remedy for entries on a project of the source that is not mapped. */
    public abstract String placeRemedy();

    /** Returns the remedy for entries without a project at the source. */
    public abstract String projectRemedy();

    /** Returns the location of the rejected entries. */
    public abstract String rejectsFile();

    /** Returns the mapping of the source's ids to the target's. */
    public abstract Mapping mapping();

    /** Returns the ids of the mapping that the target does not have, one line each. */
    public abstract List<String> unknownIds();

    /** Returns the items that cannot be checked on the target before an entry is sent, one line each. */
    public abstract List<String> notChecked();

    /** Returns the keys of the mapping that no entry of the source has. */
    public abstract List<String> unusedKeys();

    /** Returns the policy, which covers existing rows on the target and changes. */
    public abstract Policy policy();

    /** Returns the names of the source's ids. */
    public abstract Names sourceNames();

    /** Returns the names of the target's ids. */
    public abstract Names targetNames();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Report}. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the step. Required. */
        public abstract Builder step(String step);

        /** Sets the time at which the report is written. Required. */
        public abstract Builder writtenAt(Instant moment);

        /** Sets the source's account. Required. */
        public abstract Builder source(String account);

        /** Sets the target's account. Required. */
        public abstract Builder target(String account);

        /** Sets the ledger. Default: none. */
        public abstract Builder ledger(String name);

        /** Sets the first day. Required. */
        public abstract Builder firstDay(LocalDate day);

        /** Sets the last day. Required. */
        public abstract Builder lastDay(LocalDate day);

        /** Sets the plan. Default: none. */
        public abstract Builder plan(MigrationPlan plan);

        /** Sets the plan, if there is one. */
        public abstract Builder plan(Optional<MigrationPlan> plan);

        /** Sets the result of apply. Default: none. */
        public abstract Builder apply(ApplyReport apply);

        /** Sets the result of verify. Default: none. */
        public abstract Builder verify(VerifyReport verify);

        /** Sets the result of undo. Default: none. */
        public abstract Builder undo(UndoReport undo);

        /** Sets the requests of the command. Default: not counted. */
        public abstract Builder requests(RequestSummary requests);

        /** Sets the entries. Default: none. */
        public abstract Builder entries(Walk<EntryReport> entries);

        /** Sets the changes to entries that were sent before. Default: none. */
        public abstract Builder changes(Walk<ReportedChange> changes);

        /** Sets the rows that are not in the plan. Default: none. */
        public abstract Builder others(Walk<UnrelatedRow> others);

        /** Sets the rows that existed before and are equal to planned entries. Default: none. */
        public abstract Builder existingRows(Walk<ExistingRow> rows);

        /** Sets the entries to be sent. Default: none. */
        public abstract Builder entriesToSend(Walk<EntryReport> entries);

        /** Sets the rows that may be duplicates of entries to be sent. Default: none. */
        public abstract Builder possibleDuplicates(Walk<PossibleDuplicate> rows);

        /** Sets the remedy for entries on a project that is not mapped. Default: map the project. */
        public abstract Builder placeRemedy(String remedy);

        /** Sets the remedy for entries without a project. Default: set a default project. */
        public abstract Builder projectRemedy(String remedy);

        /** Sets the location of the rejected entries. Default: a description of the location. */
        public abstract Builder rejectsFile(String file);

        /** Sets the mapping. Default: nothing is mapped. */
        public abstract Builder mapping(Mapping mapping);

        /** Sets the ids that the target does not have. Default: none. */
        public abstract Builder unknownIds(List<String> lines);

        /** Sets the items that cannot be checked. Default: none. */
        public abstract Builder notChecked(List<String> lines);

        /** Sets the keys of the mapping without an entry. Default: none. */
        public abstract Builder unusedKeys(List<String> keys);

        /** Sets the policy for existing rows and changes. Default: the default policy of the library. */
        public abstract Builder policy(Policy policy);

        /** Sets the source's names. Default: none. */
        public abstract Builder sourceNames(Names names);

        /** Sets the target's names. Default: none. */
        public abstract Builder targetNames(Names names);

        /** Returns the report. */
        public abstract Report build();
    }
}
