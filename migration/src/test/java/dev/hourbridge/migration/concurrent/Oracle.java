package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.internal.mapping.Trailer;
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

    /** The rows of the last list before the first POST, by line; users entered some of them after the plan. */
    private Map<String, Integer> linesBefore;

    Oracle(Scene scene) {
        this.scene = scene;
        this.before = scene.target.entries().stream().map(TimeEntry::id).collect(Collectors.toSet());
        this.linesBefore = scene.onTarget();
        scene.atTarget.listedBeforePosts = () -> linesBefore = scene.onTarget();
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
        long ofOthers = 0;
        for (TimeEntry row : scene.target.entries()) {
            boolean isExact = Rows.line(row).equals(line);
            ofOthers += isExact && isKnownToBeOfOthers(row) ? 1 : 0;
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
            allowed += linesBefore.getOrDefault(line, 0) + (int) ofOthers;
        }
        int surplus = all.size() - allowed;
        if (surplus > 0) {
            findings.add(surplus + " too many: " + line);
            assertThat(all.stream().filter(scene.findings::name).count())
                    .as("%s times too many and named: %s of %s", surplus, line, all)
                    .isGreaterThanOrEqualTo(surplus);
        }
    }

    /** Where rows have a trailer, one without it is not the migration's, and equal rows may be created beside it. */
    private boolean isKnownToBeOfOthers(TimeEntry row) {
        return scene.policy.marker() == Marker.TRAILER
                && Trailer.split(row.note()).trailer().isEmpty()
                && !before.contains(row.id())
                && scene.others.haveLeft(row.id());
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
        // A row that a user entered during the run and that equals a planned entry, or that was copied with its
        // trailer,
        // may have been taken for it.
        scene.others.assertNothingOfTheirsWasTouched(row -> !before.contains(row.id())
                && (planned.containsKey(Rows.line(row))
                        || Trailer.split(row.note()).trailer().isPresent()));
        Map<TimeEntryId, String> committed = new HashMap<>(scene.atTarget.committed());
        committed
                .keySet()
                .retainAll(scene.target.entries().stream().map(TimeEntry::id).toList());
        // A create that was rejected is not looked for, so its row cannot be recognized once a user has edited it.
        committed.keySet().removeIf(id -> scene.atTarget.wasRejected(id) && scene.others.haveLeft(id));
        if (report.outcome() == Outcome.DONE) {
            assertThat(committed).as("undone, yet").isEmpty();
        }
        assertThat(committed.keySet()).as("rows of the migration that are left").allMatch(scene.findings::name);
    }
}
