package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The rules for moving an entry to another person, project or task. The move is either done as requested or invalid
 * before anything is sent, for example because a service can move entries only within a project.
 */
interface MoveRules extends Suite {
    /** An entry is moved to another person, or the update is invalid and nothing is sent. */
    @Test
    default void movesToAnotherPersonWhereItCanOrRefusesTo() {
        if (service().tracker().capabilities().writesForOthers()) {
            moves(
                    EntryField.PERSON,
                    optional(service().people()),
                    person -> TimeEntryUpdate.builder()
                            .person(person.orElseThrow())
                            .build(),
                    TimeEntry::person);
        }
    }

    /**
     * An entry is moved to another project or removed from its project, or the update is invalid and nothing is sent.
     */
    @Test
    default void movesToAnotherProjectWhereItCanOrRefusesTo() {
        List<Optional<ProjectRef>> projects = new ArrayList<>(optional(service().projects()));
        projects.add(Optional.empty());
        moves(
                EntryField.PROJECT,
                projects,
                project -> project.map(ref -> TimeEntryUpdate.builder().project(ref))
                        .orElseGet(() -> TimeEntryUpdate.builder().clearProject())
                        .build(),
                TimeEntry::project);
    }

    /** An entry is moved to another task or removed from its task, or the update is invalid and nothing is sent. */
    @Test
    default void movesToAnotherTaskWhereItCanOrRefusesTo() {
        List<Optional<TaskRef>> tasks = new ArrayList<>(optional(service().tasks()));
        tasks.add(Optional.empty());
        moves(
                EntryField.TASK,
                tasks,
                task -> task.map(ref -> TimeEntryUpdate.builder().task(ref))
                        .orElseGet(() -> TimeEntryUpdate.builder().clearTask())
                        .build(),
                TimeEntry::task);
    }

    private static <T> List<Optional<T>> optional(List<T> values) {
        return values.stream().map(Optional::of).toList();
    }

    /** Each update is done as requested, or invalid before anything is sent. Some of them are done if the field can change. */
    private <T> void moves(
            EntryField field, List<T> values, Function<T, TimeEntryUpdate> to, Function<TimeEntry, T> now) {
        boolean hasMoved = false;
        for (NewTimeEntry place : new Samples(service()).places()) {
            for (T value : values) {
                hasMoved |= moves(new Samples(service()).rich(place), to.apply(value), value, now);
            }
        }
        boolean isUpdatable =
                service().tracker().capabilities().updatableFields().contains(field);
        assertThat(hasMoved).as("an update changed the %s", field).isEqualTo(isUpdatable && values.size() > 1);
    }

    /** Returns whether a move is carried out. One that is invalid must have sent nothing and changed nothing. */
    private <T> boolean moves(NewTimeEntry entry, TimeEntryUpdate update, T value, Function<TimeEntry, T> now) {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(entry);
        T before = now.apply(tracker.get(id));
        long requests = service().requests();
        try {
            tracker.update(id, update);
        } catch (InvalidInputException rejected) {
            assertThat(service().requests()).isEqualTo(requests);
            assertThat(tracker.get(id)).satisfies(same -> Expect.assertShows(same, entry, service()));
            return false;
        }
        TimeEntry after = tracker.get(id);
        assertThat(now.apply(after)).isEqualTo(value);
        assertThat(after.note()).isEqualTo(entry.note());
        Expect.assertShows(after.workTime(), entry.workTime(), service());
        return !before.equals(value);
    }
}
