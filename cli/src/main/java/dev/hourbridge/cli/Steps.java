package dev.hourbridge.cli;

import dev.hourbridge.cli.mapping.MappingFile;
import dev.hourbridge.cli.report.Report;
import dev.hourbridge.cli.report.StepJson;
import dev.hourbridge.cli.report.TextReport;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.PlanOptions;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.UndoScope;
import dev.hourbridge.migration.VerifyReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a migration and their output, for subcommands that run one or more steps.
 *
 * <p>Each step publishes its report before its exit code is decided. A step that cannot write its report fails as a
 * whole.
 *
 * <p>The output, the report and the {@code --json} object of a step come from one {@link
 * dev.hourbridge.cli.report.Report}, so they cannot differ.
 */
final class Steps {
    private final Session session;
    private final CommandContext context;
    private final Map<String, Object> result;
    private boolean isApplied;

    /** Creates the steps of a session. Each step adds its result to the members of the JSON result. */
    Steps(Session session, CommandContext context, Map<String, Object> result) {
        this.session = session;
        this.context = context;
        this.result = result;
    }

    /** Plans, shows the plan, and decides whether apply could follow. */
    ExitCode plan(PlanOptions options) throws IOException {
        return showAndDecide(record(options));
    }

    /** Plans without showing the plan. */
    MigrationPlan record(PlanOptions options) {
        session.checkServices();
        return session.plan(options);
    }

    /** Shows a plan that is recorded, and decides whether apply could follow. */
    ExitCode showAndDecide(MigrationPlan plan) throws IOException {
        show(session.mapping().unusedKeys());
        session.outsideRange(plan).ifPresent(outside -> {
            result.put("outsideRange", outside.json());
            context.notes().println(outside.text());
        });
        return decide(plan);
    }

    /** Returns the exit code that states whether a recorded plan can be applied. */
    ExitCode decide(MigrationPlan plan) throws IOException {
        ExitCode code = ExitCode.of(plan.outcome());
        if (!plan.unmapped().isEmpty()) {
            session.readTargetNames();
        }
        MappingFile mapping = session.mapping().file();
        context.out().print(mapping.demanded(plan));
        mapping.update(plan).forEach(context.notes()::println);
        if (!plan.unmapped().isEmpty()) {
            result.put("mappingFile", mapping.toString());
        }
        List<String> lost =
                plan.forbiddenLosses().stream().map(ForbiddenLosses::word).toList();
        if (!lost.isEmpty()) {
            context.notes()
                    .println("--fail-on-loss: values would be lost in " + String.join(", ", lost)
                            + ". To accept the loss, plan again without the option.");
            return code.and(ExitCode.NEEDS_INPUT);
        }
        return code;
    }

    /** Publishes the report of the plan just recorded. */
    private void show(List<String> unusedKeys) throws IOException {
        Report.Builder builder = session.report("plan").unusedKeys(unusedKeys);
        session.migration()
                .recordedPlan()
                .ifPresent(plan ->
                        builder.unknownIds(PlanChecks.unknownIds(plan)).notChecked(PlanChecks.notChecked(plan)));
        Report report = builder.build();
        publish(report, report);
    }

    /** Writes the report's files and prints what the step added. */
    private void publish(Report report, Report shown) throws IOException {
        List<String> files = session.publish(report, shown);
        result.putAll(StepJson.of(shown));
        result.put("reports", files);
    }

    /** Applies the recorded plan and writes the report. */
    ExitCode apply() throws IOException {
        session.expectRecordedChanges();
        ApplyReport apply = session.migration().apply();
        isApplied = apply.problem().isEmpty();
        Report report = session.report("apply").apply(apply).build();
        publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(apply.outcome());
    }

    /** Compares both sides with the plan, and writes the report. */
    ExitCode verify() throws IOException {
        session.expectRecordedEntries();
        VerifyReport verify = session.migration().verify();
        Report report = session.report("verify")
                .verify(verify)
                .others(session.migration()::forEachUnrelatedRow)
                .build();
        publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(verify.outcome());
    }

    /** Applies, then verifies if apply completed, because verify reports more than apply. */
    ExitCode applyAndVerify() throws IOException {
        ExitCode applied = apply();
        return switch (applied) {
            case DONE, REJECTS, IN_DOUBT, DIFFERENT -> applied.and(verify());
            // If apply completed, only entries that the source does not show remain.
            case TEMPORARY -> isApplied ? applied.and(verify()) : applied;
            default -> applied;
        };
    }

    /**
     * Applies and verifies a plan with no changes since the last run. Prints one line.
     *
     * @return the exit code; any other result is printed in full
     */
    ExitCode confirmUnchanged() throws IOException {
        session.expectRecordedEntries();
        ApplyReport apply = session.migration().apply();
        VerifyReport verify = session.migration().verify();
        Report report = session.report("verify")
                .apply(apply)
                .verify(verify)
                .others(session.migration()::forEachUnrelatedRow)
                .build();
        ExitCode code = ExitCode.of(apply.outcome()).and(ExitCode.of(verify.outcome()));
        if (code != ExitCode.DONE || apply.posts() + apply.updates() + apply.deletions() > 0) {
            publish(report, report.toBuilder().plan(Optional.empty()).build());
            return code;
        }
        result.putAll(StepJson.of(report));
        result.put("reports", session.write(report));
        context.out().println("Nothing changed, and nothing was sent. " + verify.summary());
        return code;
    }

    /** Deletes what this ledger created in a scope, and writes the report. */
    ExitCode undo(UndoScope scope) throws IOException {
        UndoReport undo = session.migration().undo(scope);
        Report report = session.report("undo").undo(undo).build();
        publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(undo.outcome());
    }

    /** Shows what undo would do. Writes no report, so the existing reports remain. */
    ExitCode previewUndo(UndoScope scope) {
        UndoReport preview = session.migration().previewUndo(scope);
        TextReport.undoPreview(preview).forEach(context.out()::println);
        result.put("dryRun", true);
        result.put("undo", StepJson.preview(preview));
        result.put("requestCounts", StepJson.requests(session.requests()));
        return ExitCode.of(preview.outcome());
    }
}
