package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.PlanStaging;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the target has what entries are to be written for. No service lists its people, projects or tasks,
 * but most answer a list of an unknown project's or task's entries with 404. Of what was seen on rows of the
 * target nothing is asked.
 */
final class TargetIds {
    /** A request each: of a mapping to more, the first entries that are sent tell. */
    private static final int MAX_ASKED = 200;

    private final MigrationContext run;
    private final Set<String> people;
    private final Set<String> projects;
    private final Set<String> tasks;
    private int asked;

    private final List<UnknownId> unknown = new ArrayList<>();

    TargetIds(MigrationContext run, PlanStaging staging) {
        this.run = run;
        this.people = new TreeSet<>(staging.peopleToSendFor());
        this.projects = new TreeSet<>(staging.projectsToSendTo());
        this.tasks = new TreeSet<>(staging.tasksToSendTo());
    }

    /** A row that is there: whom and what it names, the target has. */
    void see(EntryIdentity row) {
        people.remove(row.person());
        if (row.project() != null) {
            projects.remove(row.project());
        }
        if (row.task() != null) {
            tasks.remove(row.task());
        }
    }

    /** Asks for what was not seen. */
    void ask() {
        projects.forEach(id -> ask(
                EntryField.PROJECT,
                id,
                () -> TimeEntryQuery.builder()
                        .project(ProjectRef.of(run.targets().account(), id))));
        tasks.forEach(id -> ask(
                EntryField.TASK,
                id,
                () -> TimeEntryQuery.builder().task(TaskRef.of(run.targets().account(), id))));
    }

    /** Returns the projects and tasks that the target does not have. */
    List<UnknownId> unknown() {
        return unknown;
    }

    /** Returns the people of whom no row was seen. */
    List<String> unseenPeople() {
        return List.copyOf(people);
    }

    private void ask(EntryField kind, String id, Condition condition) {
        if (++asked > MAX_ASKED) {
            return;
        }
        try (CloseableIterator<TimeEntry> rows = run.targets()
                .main()
                .list(condition
                        .query()
                        .firstDay(run.firstDay())
                        .lastDay(run.firstDay())
                        .build())
                .iterator()) {
            var unused = rows.hasNext();
        } catch (NotFoundException none) {
            addUnknown(kind, id, "the target has none of that id, or hides it. ", none);
        } catch (InvalidInputException impossible) {
            addUnknown(kind, id, "cannot be one there. ", impossible);
        } catch (CallInterruptedException interrupted) {
            throw interrupted;
        } catch (HourbridgeException unanswered) {
            // Not an answer to this question; the canary asks again.
        }
    }

    private void addUnknown(EntryField kind, String id, String problem, HourbridgeException answer) {
        unknown.add(UnknownId.of(kind, id, problem + answer.getMessage()));
    }

    @FunctionalInterface
    private interface Condition {
        TimeEntryQuery.Builder query();
    }
}
