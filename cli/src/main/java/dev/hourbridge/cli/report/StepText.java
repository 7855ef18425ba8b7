package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.RetainedEntry;
import dev.hourbridge.migration.TotalCheck;
import dev.hourbridge.migration.TotalsLine;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Describes what apply, verify and undo did, as text for the user.
 *
 * <pre>
 * Apply: 1 POST, 1 update in this run. Entries: 2 created, 8 verified.
 * </pre>
 */
final class StepText {
    private static final int MAX_DUPLICATES = 10;

    private StepText() {}

    /** Returns the lines of an apply, without entries. */
    static List<String> of(ApplyReport apply, Report report) {
        List<String> lines = new ArrayList<>();
        String states = apply.states().entrySet().stream()
                .map(state -> counted(state.getKey(), state.getValue(), apply.notAttempted()))
                .collect(Collectors.joining(", "));
        lines.add("Apply: " + apply.posts() + (apply.posts() == 1 ? " POST" : " POSTs")
                + (apply.updates() == 0 ? "" : ", " + apply.updates() + (apply.updates() == 1 ? " update" : " updates"))
                + (apply.deletions() == 0
                        ? ""
                        : ", " + apply.deletions() + (apply.deletions() == 1 ? " deletion" : " deletions"))
                + " in this run. Entries: "
                + (states.isEmpty() ? "none" : states) + ".");
        apply.problem().ifPresent(problem -> lines.add("It ended early: " + TerminalText.line(problem)));
        lines.addAll(ChangesText.of(apply.changes()));
        if (apply.equalRows() > 0) {
            lines.add(Labels.entries(apply.equalRows()) + " on the target equal to planned entries before the first "
                    + "POST.");
        }
        apply.canary().ifPresent(canary -> lines.add(TerminalText.line(Differences.canary(canary))));
        duplicates(lines, apply.possibleDuplicates());
        lines.addAll(Rejections.of(report));
        return lines;
    }

    /** Returns the count of a state. Distinguishes entries that were not sent from entries that the target rejected. */
    private static String counted(EntryState state, long count, long notAttempted) {
        return state != EntryState.REJECTED || notAttempted == 0
                ? count + " " + Labels.label(state)
                : count - notAttempted + " " + Labels.label(state) + ", " + notAttempted + " not sent as a result";
    }

    /** Returns the lines of a verify, without entries. */
    static List<String> of(VerifyReport verify, Names names) {
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = verify.verdicts().getOrDefault(verdict, 0L);
            if (count > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %s %7d  %s%s",
                        verdict.letter(),
                        count,
                        Labels.label(verdict),
                        VerdictDetail.of(verdict, verify)));
            }
        }
        lines.addAll(remarks(verify, names));
        return lines;
    }

    /** Returns the remarks that follow the counts. */
    static List<String> remarks(VerifyReport verify, Names names) {
        List<String> lines = new ArrayList<>();
        verify.problem().ifPresent(problem -> lines.add("Not read completely: " + TerminalText.line(problem)));
        duplicates(lines, verify.possibleDuplicates());
        for (TotalCheck totalCheck : verify.totalChecks()) {
            totalCheck(lines, totalCheck, ofPlan(verify, totalCheck.person()), names);
        }
        verify.source().totalCheck().ifPresent(totalCheck -> sourceTotal(lines, totalCheck));
        return lines;
    }

    /** Returns the table of hours. */
    static List<String> totals(VerifyReport verify, Names names) {
        List<String> lines = new ArrayList<>();
        lines.add("Hours by person, project, task and month: planned and on the target. Rows of other users are not "
                + "counted.");
        String row = "  %-20s %-24s %-24s %-7s %7s %12s %12s %12s %10s";
        lines.add(String.format(
                Locale.ROOT,
                row,
                "person",
                "project",
                "task",
                "month",
                "entries",
                "source",
                "planned",
                "target",
                "difference"));
        for (TotalsLine line : verify.totals()) {
            lines.add(String.format(
                    Locale.ROOT,
                    row,
                    Names.cut(names.shownPerson(line.person()), line.person(), 20),
                    Names.cut(names.shownProject(line.project()), line.project(), 24),
                    Names.cut(names.shownTask(line.task()), line.task(), 24),
                    line.month(),
                    line.entries(),
                    Labels.hours(line.source()),
                    Labels.hours(line.planned()),
                    Labels.hours(line.target()),
                    Labels.hours(line.difference())));
        }
        return lines;
    }

    /** Returns the lines of an undo. */
    static List<String> of(UndoReport undo) {
        return undo(
                "Undo: " + Labels.entries(undo.deleted()) + " deleted, " + undo.alreadyDeleted() + " deleted earlier, "
                        + undo.adopted() + " adopted and not deleted, "
                        + undo.retained().size() + " retained.",
                undo);
    }

    /** Returns the lines that describe what an undo would do. */
    static List<String> preview(UndoReport undo) {
        return undo(
                "Undo would delete " + Labels.entries(undo.deleted()) + " and retain "
                        + undo.retained().size() + "; " + undo.alreadyDeleted() + " deleted earlier, " + undo.adopted()
                        + " adopted and not deleted. Nothing was deleted.",
                undo);
    }

    /** Returns the lines of an undo: its counts, and each retained row. */
    private static List<String> undo(String counts, UndoReport undo) {
        List<String> lines = new ArrayList<>();
        lines.add(counts);
        undo.problem().ifPresent(problem -> lines.add("It ended early: " + TerminalText.line(problem)));
        for (RetainedEntry kept : undo.retained()) {
            lines.add("  retained: source " + kept.sourceId() + ", target "
                    + kept.targetId().orElse("not known") + ": " + TerminalText.line(kept.reason()));
        }
        return lines;
    }

    /** Adds the first rows that may be duplicates. */
    private static void duplicates(List<String> lines, List<PossibleDuplicate> duplicates) {
        for (PossibleDuplicate each : duplicates.subList(0, Math.min(duplicates.size(), MAX_DUPLICATES))) {
            lines.add("Possible duplicate: target " + each.targetId()
                    + each.twinId().map(twin -> " and " + twin).orElse("") + ", equal to source " + each.sourceId()
                    + ". Nothing was deleted. Check the target.");
        }
        if (duplicates.size() > MAX_DUPLICATES) {
            lines.add(String.format(
                    Locale.ROOT,
                    "and %,d more possible duplicates; the .json report lists all of them.",
                    duplicates.size() - MAX_DUPLICATES));
        }
    }

    /** Returns the total time of a person's rows in this plan. */
    static Duration ofPlan(VerifyReport verify, String person) {
        return verify.totals().stream()
                .filter(line -> line.person().equals(person))
                .map(TotalsLine::target)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Adds the source's own total if it differs from its list or could not be read. */
    private static void sourceTotal(List<String> lines, TotalCheck totalCheck) {
        totalCheck.failure().ifPresent(why -> lines.add(notChecked("the source", why)));
        if (totalCheck.disagrees()) {
            lines.add("The source's own total: "
                    + totalCheck.own().map(Labels::hours).orElseThrow() + " h; all listed rows: "
                    + Labels.hours(totalCheck.listed()) + " h (DISAGREES).");
        }
    }

    private static String notChecked(String whose, String why) {
        return "No independent check of " + whose + ": " + TerminalText.line(why);
    }

    /** Adds the target's own total for a person, and whether it matches the listed rows. */
    private static void totalCheck(List<String> lines, TotalCheck totalCheck, Duration ofPlan, Names names) {
        String person = TerminalText.line(names.shownPerson(totalCheck.person()));
        totalCheck.failure().ifPresent(why -> lines.add(notChecked(person, why)));
        totalCheck.own().ifPresent(own -> {
            String agreement = ofPlan.isZero() ? "agrees, and includes no rows of this plan" : "agrees";
            String verdict = totalCheck
                    .notComparable()
                    .map(why -> "not comparable: " + why)
                    .orElse(totalCheck.disagrees() ? "DISAGREES" : agreement);
            String others = ofPlan.isZero() || ofPlan.equals(totalCheck.listed())
                    ? ""
                    : ", including from this plan: " + Labels.hours(ofPlan) + " h";
            lines.add("The target's own total for " + person + ": " + Labels.hours(own)
                    + " h; all listed rows, by any user: "
                    + Labels.hours(totalCheck.listed())
                    + " h" + others + " (" + TerminalText.line(verdict) + ").");
        });
    }
}
