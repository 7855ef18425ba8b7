package dev.hourbridge.cli.report;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.VerifyReport;

/**
 * The result at the top of the page. The last step that ran determines it: a verify, or else an undo, an apply or the
 * plan.
 *
 * @param sentence the result in one sentence; empty if no step ran
 * @param isDone whether nothing remains to be decided, sent or checked
 */
record HtmlResult(String sentence, boolean isDone) {

    /** Reads the result from the report. */
    static HtmlResult of(Report report) {
        return new HtmlResult(
                sentence(report), report.verify().filter(HtmlResult::isUndone).isPresent() || isOutcomeDone(report));
    }

    /** Returns the first line that the last step prints. */
    private static String sentence(Report report) {
        return report.verify()
                .map(verify -> isUndone(verify)
                        ? "All " + Labels.entries(verify.entries()) + " were undone, and none is on the target."
                        : verify.summary())
                .or(() -> report.undo().map(undo -> StepText.of(undo).get(0)))
                .or(() -> report.apply().map(apply -> StepText.of(apply, report).get(0)))
                .or(() -> report.plan().map(plan -> planned(plan, report)))
                .orElse("");
    }

    /** Returns the result of a plan: whether it can be carried out. Nothing was written in either case. */
    private static String planned(MigrationPlan plan, Report report) {
        return plan.outcome() == Outcome.DONE && report.unknownIds().isEmpty()
                ? "The plan is complete. Nothing was written to the target."
                : "The plan cannot be carried out until you make the required decisions. Nothing was written to the "
                        + "target.";
    }

    /** Returns whether the whole migration was undone, which is not a failure. */
    private static boolean isUndone(VerifyReport verify) {
        return verify.entries() > 0 && verify.undone() == verify.entries();
    }

    /** Returns whether the last step that ran succeeded and the mapping names no unknown id. */
    private static boolean isOutcomeDone(Report report) {
        Outcome outcome = report.verify()
                .map(VerifyReport::outcome)
                .or(() -> report.undo().map(UndoReport::outcome))
                .or(() -> report.apply().map(ApplyReport::outcome))
                .or(() -> report.plan().map(MigrationPlan::outcome))
                .orElse(Outcome.DONE);
        return outcome == Outcome.DONE && report.unknownIds().isEmpty();
    }
}
