package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.PlannedChanges;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.RemappedEntries;
import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Describes a plan, as text for the user.
 *
 * <p>The text is printed before the question for consent, and repeated in the report.
 *
 * <pre>
 * 9 entries in the range; 13:50 h at the source, 13:50 h planned.
 * What happens to fields:
 *   activity  dropped               6   66.7 %  e.g. 3864, 3865, 3866
 *   start     defaulted             1   11.1 %  e.g. 3870
 * Plan 4c9f41ec72a5018b6ea3590b824ff03c
 * </pre>
 */
final class PlanText {
    private static final int MAX_UNUSED_CHARACTERS = 200;

    private PlanText() {}

    /** Returns the lines for a plan. */
    static List<String> of(MigrationPlan plan, Report report) {
        String step = report.step();
        List<String> lines = new ArrayList<>(size(plan, step));
        losses(lines, plan);
        lines.addAll(decisions(plan, report));
        lines.addAll(report.notChecked());
        lines.addAll(MappingText.unreachable(plan));
        lines.addAll(unused(report));
        lines.add("Plan " + plan.digest());
        return lines;
    }

    /** Returns a line with the mapping keys that no entry has; empty if there are no such keys. */
    static List<String> unused(Report report) {
        return report.unusedKeys().isEmpty()
                ? List.of()
                : List.of("Not used: " + TerminalText.list(report.unusedKeys(), MAX_UNUSED_CHARACTERS)
                        + ": no source entry in the range has these ids. Check the ids, and check that they are in "
                        + "the right section.");
    }

    /** Returns the number of entries and hours, and what the plan omits. */
    static List<String> size(MigrationPlan plan, String step) {
        List<String> lines = new ArrayList<>();
        lines.add(Labels.entries(plan.entries()) + " in the range; " + Labels.hours(plan.sourceDuration())
                + " h at the source, " + Labels.hours(plan.plannedDuration()) + " h planned"
                + (plan.roundedEntries() == 0
                        ? ""
                        : "; " + plan.roundedEntries()
                                + (plan.roundedEntries() == 1 ? " duration rounded" : " durations rounded"))
                + ".");
        if (step.equals("plan")) {
            note(lines, plan.sentBefore(), "sent under an earlier plan of this ledger");
            note(lines, plan.sentNotListed(), "of those, no longer listed by the source");
            note(lines, plan.sentAndIncomplete(), "of those, no longer completely mapped (see below)");
            lines.addAll(ChangesText.of(plan.changes()));
            if (plan.entries() > 0
                    && plan.sentBefore() - plan.sentNotListed() >= plan.entries()
                    && plan.changes().isNothingToSend()) {
                lines.add("  Nothing remains to send.");
            }
        }
        note(
                lines,
                plan.named(),
                plan.named() == 1 ? "selected, the only one in this plan" : "selected, the only ones in this plan");
        note(lines, plan.namedNotFound(), "selected, but not at the source in the range; remove them, then plan again");
        note(lines, plan.deletedAtSource(), "marked as deleted at the source, and omitted");
        note(lines, plan.filteredEntries(), "excluded by the filter");
        note(lines, plan.skippedEntries(), "skipped by the mapping, " + Labels.hours(plan.skippedDuration()) + " h");
        note(lines, plan.sentAndSkipped(), "sent before and now skipped: they remain on the target");
        note(lines, plan.incompleteEntries(), "cannot be sent until you decide (see below)");
        return lines;
    }

    private static void note(List<String> lines, long count, String words) {
        if (count > 0) {
            lines.add("  " + Labels.entries(count) + ": " + words);
        }
    }

    /** Adds a line for each field and kind of loss. */
    private static void losses(List<String> lines, MigrationPlan plan) {
        if (plan.losses().isEmpty()) {
            lines.add("Nothing is lost.");
            return;
        }
        lines.add("What happens to fields:");
        for (FieldLoss loss : plan.losses()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-9s %-15s %7d  %7s  %s",
                    Labels.of(loss.field()),
                    Labels.of(loss.kind()),
                    loss.entries(),
                    Labels.percent(loss.share()),
                    TerminalText.line(Labels.samples(loss.samples()))));
        }
    }

    /** Returns the missing value and the key that supplies it. */
    private static String needed(FieldLoss loss) {
        if (loss.field() == EntryField.DURATION) {
            return "the duration contradicts start and end on " + Labels.entries(loss.entries()) + " ("
                    + TerminalText.line(Labels.samples(loss.samples()))
                    + "); set policy.contradictingDuration to interval or reported";
        }
        String article = loss.field() == EntryField.ACTIVITY ? "an " : "a ";
        return "the target requires " + article + Labels.of(loss.field()) + ", missing from "
                + Labels.entries(loss.entries())
                + "; set a default with "
                + (loss.field() == EntryField.START
                        ? "policy.startPolicy, such as \"09:00\""
                        : "defaults." + Labels.of(loss.field()));
    }

    /** Returns the decisions that the user has to make. */
    static List<String> decisions(MigrationPlan plan, Report report) {
        List<String> lines = new ArrayList<>();
        for (Unmapped unmapped : plan.unmapped()) {
            String what = unmapped.id().isEmpty()
                    ? "no " + Labels.of(unmapped.kind()) + " at the source: "
                            + (unmapped.kind() == EntryField.PROJECT
                                    ? report.projectRemedy()
                                    : "set a default with defaults." + Labels.of(unmapped.kind()))
                    : Labels.of(unmapped.kind()) + " " + unmapped.id()
                            + unmapped.name().map(name -> " (" + name + ")").orElse("") + ": "
                            + (unmapped.kind() == EntryField.PROJECT ? report.placeRemedy() : "not mapped");
            lines.add("Decision needed: " + TerminalText.line(what) + ", " + Labels.entries(unmapped.entries()));
        }
        for (FieldLoss loss : plan.losses()) {
            if (loss.kind() == LossKind.NEEDS_INPUT) {
                lines.add("Decision needed: " + needed(loss));
            }
        }
        if (!plan.peopleWithoutCredential().isEmpty()) {
            lines.add("Decision needed: no credentials can write entries for "
                    + String.join(", ", plan.peopleWithoutCredential())
                    + "; set credentials for each under target.people");
        }
        lines.addAll(ExistingText.of(plan, report));
        changes(lines, plan.changes(), report.policy());
        report.unknownIds().forEach(each -> lines.add("Decision needed: " + each));
        return lines;
    }

    /** Adds what prevents the changes of a later plan from being carried out. */
    private static void changes(List<String> lines, PlannedChanges changes, Policy policy) {
        if (changes.remapped() > 0 && policy.remapped() == RemappedEntries.STOP) {
            lines.add(
                    "Decision needed: " + Labels.entries(changes.remapped()) + " mapped differently than when sent, and"
                            + " policy.remapped is stop, so nothing is sent; restore the mapping, or set "
                            + "policy.remapped to update");
        }
        if (changes.deletions() > policy.maxDeletes()) {
            lines.add("Decision needed: " + changes.deletions() + " rows to delete, but policy.maxDeletes is "
                    + policy.maxDeletes() + ", so nothing is sent; check the source, or increase the limit");
        }
    }
}
