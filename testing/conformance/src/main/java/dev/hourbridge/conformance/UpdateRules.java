package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The rules for what an update changes and what it leaves unchanged. A change to a field that the capabilities do not
 * list as updatable is invalid before anything is sent.
 */
interface UpdateRules extends Suite {
    /** An update of the note leaves every other field unchanged, even on services that replace the whole entry. */
    @Test
    default void leavesEveryFieldThatAnUpdateDoesNotName() {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(new Samples(service()).rich());
        TimeEntry before = tracker.get(id);

        tracker.update(id, TimeEntryUpdate.builder().note("Another note").build());

        assertThat(tracker.get(id))
                .isEqualTo(changed(before, tracker.get(id)).note("Another note").build());
    }

    /** An update of the work time changes the day, the start and the duration together, and nothing else. */
    @Test
    default void changesTheWorkTimeAndNothingElse() {
        TimeTracker tracker = service().tracker();
        Samples samples = new Samples(service());
        TimeEntryId id = tracker.create(new Samples(service()).rich());
        TimeEntry before = tracker.get(id);
        WorkTime moved = samples.worked(samples.day().plusDays(3), Duration.ofMinutes(125));

        tracker.update(id, TimeEntryUpdate.builder().workTime(moved).build());

        TimeEntry after = tracker.get(id);
        Expect.assertShows(after.workTime(), moved, service());
        assertThat(after.toBuilder().workTime(before.workTime()).build())
                .isEqualTo(changed(before, after).build());
        Expect.listed(service(), id, moved.localDate());
    }

    /** A start can be added to an entry, removed and added again, or each such update is invalid. */
    @Test
    default void turnsADayIntoAStartAndBackWhereBothAreTaken() {
        TimeTracker tracker = service().tracker();
        Samples samples = new Samples(service());
        WorkTime started = WorkTime.from(samples.at(samples.day(), LocalTime.of(13, 5)), Duration.ofMinutes(50));
        WorkTime dated = WorkTime.on(samples.day(), Duration.ofMinutes(80));
        TimeEntryId id = tracker.create(service().base());
        for (WorkTime to : List.of(started, dated, started)) {
            TimeEntryUpdate update = TimeEntryUpdate.builder().workTime(to).build();
            boolean taken = to == started
                    ? samples.takesStart()
                    : !tracker.capabilities().required().contains(EntryField.START);
            if (taken) {
                tracker.update(id, update);
                Expect.assertShows(tracker.get(id).workTime(), to, service());
            } else {
                Expect.refusedUnsent(service(), "the other kind of work time", () -> tracker.update(id, update));
            }
        }
    }

    /** The note is cleared, or clearing it is invalid. */
    @Test
    default void clearsTheNoteUnlessOneIsRequired() {
        TimeEntryUpdate clear = TimeEntryUpdate.builder().clearNote().build();
        clears(EntryField.NOTE, clear, entry -> entry.note().isEmpty());
    }

    /** The activity can be set and cleared if the capabilities list it as updatable. */
    @Test
    default void setsAndClearsTheActivityWhereThereIsOne() {
        for (int i = 0; i < service().activities().size(); i++) {
            var activity = service().activities().get(i);
            sets(
                    EntryField.ACTIVITY,
                    TimeEntryUpdate.builder().activity(activity).build(),
                    entry -> entry.activity().filter(activity::equals).isPresent());
        }
        clears(
                EntryField.ACTIVITY,
                TimeEntryUpdate.builder().clearActivity().build(),
                entry -> entry.activity().isEmpty());
    }

    /** The billable flag can be set to either value if the capabilities list it as updatable. */
    @Test
    default void setsTheBillableFlagWhereThereIsOne() {
        for (Billable billable : List.of(Billable.YES, Billable.NO)) {
            sets(
                    EntryField.BILLABLE,
                    TimeEntryUpdate.builder().billable(billable).build(),
                    entry -> entry.billable() == billable);
        }
    }

    /** Tags can be replaced as a whole, in any order, and cleared. */
    @Test
    default void setsAndClearsTheTagsWhereThereAreSome() {
        List<String> tags = List.of("tag2", "Zürich");
        sets(
                EntryField.TAGS,
                TimeEntryUpdate.builder().tags(tags).build(),
                entry -> Set.copyOf(entry.tags()).equals(Set.copyOf(tags)));
        clears(
                EntryField.TAGS,
                TimeEntryUpdate.builder().clearTags().build(),
                entry -> entry.tags().isEmpty());
    }

    /**
     * An update that changes nothing is invalid. It is a mistake by the caller, or would change the timestamp of an
     * entry without need.
     */
    @Test
    default void refusesAnUpdateThatLeavesEverything() {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(service().base());
        TimeEntry row = tracker.get(id);
        TimeEntryUpdate empty = TimeEntryUpdate.builder().build();

        Expect.refusedUnsent(service(), "an empty update", () -> tracker.update(id, empty));
        Expect.refusedUnsent(
                service(),
                "an empty prepared update",
                () -> tracker.prepareUpdate(id).send(row, empty));
    }

    /** Preparing an update sends no request, and sending it sends exactly one. */
    @Test
    default void preparesAnUpdateWithoutARequestAndSendsOne() {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(new Samples(service()).rich());
        TimeEntry before = tracker.get(id);
        long requests = service().requests();

        PreparedUpdate prepared = tracker.prepareUpdate(id);
        assertThat(service().requests()).isEqualTo(requests);

        prepared.send(before, TimeEntryUpdate.builder().note("Another note").build());
        assertThat(service().requests()).isEqualTo(requests + 1);
        assertThat(tracker.get(id))
                .isEqualTo(changed(before, tracker.get(id)).note("Another note").build());
    }

    /** Set if an update can change it, else invalid. */
    private void sets(EntryField field, TimeEntryUpdate update, Predicate<TimeEntry> isSet) {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(new Samples(service()).rich());
        if (tracker.capabilities().updatableFields().contains(field)) {
            tracker.update(id, update);
            assertThat(tracker.get(id)).matches(isSet, "has the new " + field);
        } else {
            Expect.refusedUnsent(service(), "an update of " + field, () -> tracker.update(id, update));
        }
    }

    /** Cleared if an update can change it and it is not required, else invalid. */
    private void clears(EntryField field, TimeEntryUpdate update, Predicate<TimeEntry> isCleared) {
        TimeTracker tracker = service().tracker();
        Capabilities can = tracker.capabilities();
        TimeEntryId id = tracker.create(new Samples(service()).rich());
        if (can.updatableFields().contains(field) && !can.required().contains(field)) {
            tracker.update(id, update);
            assertThat(tracker.get(id)).matches(isCleared, "has no " + field);
        } else {
            Expect.refusedUnsent(service(), "an update that clears " + field, () -> tracker.update(id, update));
        }
    }

    /** The entry with what a service may change by itself: its stamps, and what the model has no field for. */
    private static TimeEntry.Builder changed(TimeEntry before, TimeEntry after) {
        return before.toBuilder().audit(after.audit()).extras(after.extras());
    }
}
