package dev.hourbridge.cli;

import dev.hourbridge.cli.report.Plain;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.model.EntryField;
import java.util.List;

/** What a plan found out about the target's ids, for people. */
final class PlanChecks {
    private static final int MOST_OF_PEOPLE = 200;
    private static final int MOST_OF_ID = 60;

    private PlanChecks() {}

    static List<String> unknownIds(MigrationPlan plan) {
        return plan.unknownIds().stream()
                .map(each -> "Target " + (each.kind() == EntryField.TASK ? "task " : "project ")
                        + Plain.cut(each.id(), MOST_OF_ID) + ": " + Plain.line(each.problem()))
                .toList();
    }

    static List<String> notChecked(MigrationPlan plan) {
        return plan.unseenPeople().isEmpty()
                ? List.of()
                : List.of("Not checked: whether the target knows person "
                        + Plain.list(plan.unseenPeople(), MOST_OF_PEOPLE)
                        + ", of whom it has no entries in the range. The first entry of each tells.");
    }
}
