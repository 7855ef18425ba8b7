package dev.hourbridge.cli;

import dev.hourbridge.cli.report.MappingFile;
import dev.hourbridge.cli.report.Report;
import dev.hourbridge.cli.report.TextReport;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.VerifyReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps of a migration with what they print, for the verbs that are one step and those that are several. */
final class Steps {
    private final Session session;
    private final Surroundings surroundings;

    Steps(Session session, Surroundings surroundings) {
        this.session = session;
        this.surroundings = surroundings;
    }

    ExitCode plan(LossGate gate) throws IOException {
        return plan(gate, Set.of());
    }

    ExitCode plan(LossGate gate, Set<String> onlySourceIds) throws IOException {
        session.checkTarget();
        MigrationPlan plan = session.plan(gate.fields(), onlySourceIds);
        show(session.unusedKeys());
        return decide(plan);
    }

    /** What a plan that is recorded says of whether it can be applied. */
    ExitCode decide(MigrationPlan plan) throws IOException {
        ExitCode code = ExitCode.of(plan.outcome());
        MappingFile mapping = session.mappingFile();
        surroundings.out().print(mapping.demanded(plan));
        mapping.update(plan).forEach(surroundings.err()::println);
        List<String> lost = plan.refusedLosses().stream().map(LossGate::word).toList();
        if (!lost.isEmpty()) {
            surroundings
                    .err()
                    .println("--fail-on-loss: something would be lost of " + String.join(", ", lost)
                            + ". To let it go, plan again without the option.");
            return code.and(ExitCode.NEEDS_INPUT);
        }
        return code;
    }

    /** Shows the plan that is recorded. */
    void show() throws IOException {
        show(List.of());
    }

    private void show(List<String> unusedKeys) throws IOException {
        Report.Builder builder = session.report("plan").unusedKeys(unusedKeys);
        session.migration()
                .recordedPlan()
                .ifPresent(plan ->
                        builder.unknownIds(PlanChecks.unknownIds(plan)).notChecked(PlanChecks.notChecked(plan)));
        Report report = builder.build();
        session.publish(report, report);
    }

    ExitCode apply() throws IOException {
        session.expectRecordedEntries();
        ApplyReport apply = session.migration().apply();
        Report report = session.report("apply").apply(apply).build();
        session.publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(apply.outcome());
    }

    ExitCode verify() throws IOException {
        session.expectRecordedEntries();
        VerifyReport verify = session.migration().verify();
        Report report = session.report("verify")
                .verify(verify)
                .others(session.migration()::forEachUnrelatedRow)
                .build();
        session.publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(verify.outcome());
    }

    /** Verify tells more than apply where apply came to its end, so it runs unless it would be in vain. */
    ExitCode applyAndVerify() throws IOException {
        ExitCode applied = apply();
        return switch (applied) {
            case DONE, REJECTS, IN_DOUBT, DIFFERENT -> applied.and(verify());
            default -> applied;
        };
    }

    ExitCode undo() throws IOException {
        UndoReport undo = session.migration().undo();
        Report report = session.report("undo").undo(undo).build();
        session.publish(report, report.toBuilder().plan(Optional.empty()).build());
        return ExitCode.of(undo.outcome());
    }

    /** Shows what undo would do. Writes no report: the reports of what was done stay. */
    ExitCode previewUndo() {
        UndoReport preview = session.migration().previewUndo();
        TextReport.undoPreview(preview).forEach(surroundings.out()::println);
        return ExitCode.of(preview.outcome());
    }
}
