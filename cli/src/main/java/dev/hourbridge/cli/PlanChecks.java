package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.model.EntryField;
import java.util.List;

/** Describes what a plan found out about the target's ids, as text for the user. */
final class PlanChecks {
    private static final int MAX_PEOPLE_CHARACTERS = 200;
    private static final int MAX_ID_CHARACTERS = 60;

    private PlanChecks() {}

    /** Returns a line for each project or task that the target does not have. */
    static List<String> unknownIds(MigrationPlan plan) {
        return plan.unknownIds().stream()
                .map(each -> "Target " + (each.kind() == EntryField.TASK ? "task " : "project ")
                        + TerminalText.cut(each.id(), MAX_ID_CHARACTERS) + ": " + TerminalText.line(each.problem()))
                .toList();
    }

    /** Returns a line with the people who may not exist on the target; no line if all were seen there. */
    static List<String> notChecked(MigrationPlan plan) {
        return plan.unseenPeople().isEmpty()
                ? List.of()
                : List.of("Not checked: whether the target has person "
                        + TerminalText.list(plan.unseenPeople(), MAX_PEOPLE_CHARACTERS)
                        + ". It lists no entries for them in the range. The first entry created for each person will "
                        + "show it.");
    }
}
