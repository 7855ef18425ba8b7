package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PreparedCreate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules for a create. */
interface CreateRules extends Suite {
    /**
     * A create adds exactly one entry. Get and list return it with the values that were sent, so a caller can rely on
     * the returned id.
     */
    @Test
    default void createsOneEntryThatGetAndListFind() {
        TimeTracker tracker = service().tracker();
        List<TimeEntryId> before =
                tracker.list(TimeEntryQuery.all()).map(TimeEntry::id).stream().toList();

        TimeEntry created = Expect.survives(service(), service().base());

        assertThat(tracker.list(TimeEntryQuery.all()).map(TimeEntry::id))
                .hasSize(before.size() + 1)
                .containsAll(before)
                .contains(created.id());
    }

    /**
     * Two equal creates add two entries with two ids. A client must not treat the second as a repetition of the first,
     * because equal work on one day is common.
     */
    @Test
    default void createsTwoEntriesOfTwoEqualCreates() {
        TimeTracker tracker = service().tracker();

        assertThat(tracker.create(service().base()))
                .isNotEqualTo(tracker.create(service().base()));
    }

    /**
     * Each field that the capabilities list as writable survives a create, with every kind of value of {@link
     * Samples#with}. A client that silently drops a field must not list it.
     */
    @Test
    default void keepsEveryFieldThatCanBeWritten() {
        Samples samples = new Samples(service());
        for (EntryField field : service().tracker().capabilities().writable()) {
            List<NewTimeEntry> entries = samples.with(field);
            assertThat(entries).as("samples of %s", field).isNotEmpty();
            for (NewTimeEntry entry : entries) {
                Expect.survives(service(), entry);
            }
        }
    }

    /**
     * Preparing sends no part of a request, and sending sends exactly one create. A migration relies on both, because
     * it records its intent in between.
     */
    @Test
    default void preparesWithoutARequestAndSendsOne() {
        TimeTracker tracker = service().tracker();
        // Whatever a client does once, such as to log in, it has done after this.
        tracker.get(tracker.create(service().base()));
        long requests = service().requests();
        long creates = service().creates();

        PreparedCreate prepared = tracker.prepare(service().base());
        assertThat(service().requests()).isEqualTo(requests);

        TimeEntryId id = prepared.send();
        assertThat(service().requests()).isEqualTo(requests + 1);
        assertThat(service().creates()).isEqualTo(creates + 1);
        Expect.assertShows(tracker.get(id), service().base(), service());
    }

    /**
     * Preparing rejects the same entries as creating, so an invalid entry is detected before the intent is recorded.
     */
    @Test
    default void preparesNothingThatCreateRefuses() {
        NewTimeEntry foreign = service().base().toBuilder()
                .person(RefusalRules.foreignPerson(service()))
                .build();

        Expect.refusedUnsent(service(), "prepare", () -> service().tracker().prepare(foreign));
    }
}
