package dev.hourbridge.cli;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.report.Plain;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the target has what the mapping names. No service here lists its people, projects or tasks, but
 * most answer a list of an unknown project's or task's entries with 404. Of what was seen on rows of the
 * target nothing is asked; of the rest that nothing tells of, the plan says that it was not checked.
 */
final class TargetIds {
    /** A request each: a mapping of more is checked by the first entries that are sent. */
    private static final int MOST_ASKED = 200;

    private final TimeTracker target;
    private final Names seen;
    private final LocalDate day;
    private final List<String> unknown = new ArrayList<>();
    private int asked;

    private TargetIds(TimeTracker target, Names seen, LocalDate day) {
        this.target = target;
        this.seen = seen;
        this.day = day;
    }

    /** What the target does not have, and what is not known. */
    record Findings(List<String> unknown, List<String> notChecked) {}

    static Findings of(
            Migration migration, Mapping mapping, TimeTracker target, Names sources, Names seen, LocalDate day) {
        Set<String> people = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        migration.forEachEntry(entry -> {
            if (entry.state() == EntryState.PLANNED) {
                people.add(entry.person());
                places.add(entry.project());
            }
        });
        TargetIds ids = new TargetIds(target, seen, day);
        projects(mapping).stream().filter(places::contains).forEach(ids::askForProject);
        if (!places.isEmpty()) {
            tasks(mapping, sources).forEach(ids::askForTask);
        }
        people.removeIf(person -> seen.isKnown(EntryField.PERSON, person));
        return new Findings(
                ids.unknown,
                people.isEmpty()
                        ? List.of()
                        : List.of("Not checked: whether the target knows person "
                                + Plain.cut(String.join(", ", people), 200)
                                + ", of whom it has no entries in the range. The first entry of each tells."));
    }

    private static Set<String> projects(Mapping mapping) {
        Set<String> ids = new TreeSet<>(mapping.projects().values());
        mapping.defaultProject().ifPresent(ids::add);
        mapping.work().stream()
                .map(WorkRule::toProject)
                .flatMap(Optional::stream)
                .forEach(ids::add);
        return ids;
    }

    private static Set<String> tasks(Mapping mapping, Names sources) {
        Set<String> ids = new TreeSet<>();
        for (Map.Entry<String, String> task : mapping.tasks().entrySet()) {
            if (sources.isKnown(EntryField.TASK, task.getKey())) {
                ids.add(task.getValue());
            }
        }
        mapping.defaultTask().ifPresent(ids::add);
        mapping.work().stream().map(WorkRule::toTask).flatMap(Optional::stream).forEach(ids::add);
        return ids;
    }

    private void askForProject(String id) {
        ask(EntryField.PROJECT, id, () -> TimeEntryQuery.builder().project(ProjectRef.of(target.account(), id)));
    }

    private void askForTask(String id) {
        ask(EntryField.TASK, id, () -> TimeEntryQuery.builder().task(TaskRef.of(target.account(), id)));
    }

    private void ask(EntryField kind, String id, Condition condition) {
        boolean isUsed = target.capabilities().writable().contains(kind);
        if (!isUsed || seen.isKnown(kind, id) || asked >= MOST_ASKED) {
            return;
        }
        asked++;
        String what = "Target " + (kind == EntryField.TASK ? "task " : "project ") + Plain.cut(id, 60) + ": ";
        try (CloseableIterator<TimeEntry> rows = target.list(
                        condition.query().firstDay(day).lastDay(day).build())
                .iterator()) {
            var unused = rows.hasNext();
        } catch (NotFoundException none) {
            unknown.add(what + "the target has none of that id, or hides it. " + words(none));
        } catch (InvalidInputException impossible) {
            unknown.add(what + "cannot be one there. " + words(impossible));
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            // Not an answer to this question; the canary asks again.
        }
    }

    private static String words(HourbridgeException refused) {
        return Plain.line(String.valueOf(refused.getMessage()));
    }

    @FunctionalInterface
    private interface Condition {
        TimeEntryQuery.Builder query();
    }
}
