package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must hold of what is on the target and of what the reports say of it, worked out without the engine: "done" only if
 * the target is exactly the plan; nothing is lost or there twice without its id in a report; nothing of another user's is
 * touched.
 */
final class Oracle {
    private final Scene scene;

    /** Rows that were there before the migration. */
    private final Set<TimeEntryId> before;

    /** The same, by line. */
    private final Map<String, Integer> linesBefore;

    Oracle(Scene scene) {
        this.scene = scene;
        this.before = scene.target.entries().stream().map(TimeEntry::id).collect(Collectors.toSet());
        this.linesBefore = scene.onTarget();
    }

    /** Checks the target and the reports after a verify during which no user did anything. */
    void check(Outcome verified) {
        List<String> findings = new ArrayList<>();
        scene.expected().forEach((line, planned) -> check(line, planned, findings));
        if (verified == Outcome.DONE) {
            assertThat(findings).as("verified, yet").isEmpty();
        }
        scene.others.assertNothingOfTheirsWasTouched();
    }

    private void check(String line, int planned, List<String> findings) {
        Set<TimeEntryId> exact = new HashSet<>();
        Set<TimeEntryId> all = new HashSet<>();
        Map<TimeEntryId, String> committed = scene.atTarget.committed();
        for (TimeEntry row : scene.target.entries()) {
            boolean isExact = Rows.line(row).equals(line);
            if (isExact) {
                exact.add(row.id());
            }
            if (isExact || line.equals(committed.get(row.id()))) {
                all.add(row.id());
            }
        }
        int lost = planned - exact.size();
        if (lost > 0) {
            findings.add(lost + " lost: " + line);
            assertThat(sourceIdsNamed(line))
                    .as("%s times lost and named: %s", lost, line)
                    .isGreaterThanOrEqualTo(lost);
        }
        int allowed = planned;
        if (scene.policy.existing() == ExistingRows.CREATE) {
            allowed += linesBefore.getOrDefault(line, 0);
        }
        int surplus = all.size() - allowed;
        if (surplus > 0) {
            findings.add(surplus + " too many: " + line);
            assertThat(all.stream().filter(scene.findings::name).count())
                    .as("%s times too many and named: %s of %s", surplus, line, all)
                    .isGreaterThanOrEqualTo(surplus);
        }
    }

    private long sourceIdsNamed(String line) {
        return Rows.planned(scene.source, scene.target).entrySet().stream()
                .filter(entry -> entry.getValue().equals(line))
                .filter(entry -> scene.findings.name(entry.getKey()))
                .count();
    }

    /** Checks the target and the report after an undo during which users kept working. */
    void checkUndo(UndoReport report) {
        Map<String, Integer> planned = scene.expected();
        // A row that a user entered during the run and that equals a planned entry may have been taken for it.
        scene.others.assertNothingOfTheirsWasTouched(
                row -> planned.containsKey(Rows.line(row)) && !before.contains(row.id()));
        Map<TimeEntryId, String> committed = new HashMap<>(scene.atTarget.committed());
        committed
                .keySet()
                .retainAll(scene.target.entries().stream().map(TimeEntry::id).toList());
        if (report.outcome() == Outcome.DONE) {
            assertThat(committed).as("undone, yet").isEmpty();
        }
        assertThat(committed.keySet()).as("rows of the migration that are left").allMatch(scene.findings::name);
    }
}
