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

/** What a create brings about. */
interface CreateRules extends Suite {
    /**
     * A create adds exactly one entry; get and list show it with what was sent. A caller that gets an id can rely on
     * it.
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
     * Equal creates are two entries with two ids. No client may take the second for a repetition of the first: equal
     * work on one day is common.
     */
    @Test
    default void createsTwoEntriesOfTwoEqualCreates() {
        TimeTracker tracker = service().tracker();

        assertThat(tracker.create(service().base()))
                .isNotEqualTo(tracker.create(service().base()));
    }

    /**
     * Each field that the capabilities list as writable survives a create, with every kind of value of {@link
     * Samples#with}. A client that drops a field silently must not list it.
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
     * Preparing sends no request and no part of one; sending sends exactly one create. A migration relies on both: it
     * makes its intent durable in between.
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

    /** What create rejects, preparing rejects, too: an invalid entry is found before its intent is recorded. */
    @Test
    default void preparesNothingThatCreateRefuses() {
        NewTimeEntry foreign = service().base().toBuilder()
                .person(RefusalRules.foreignPerson(service()))
                .build();

        Expect.refusedUnsent(service(), "prepare", () -> service().tracker().prepare(foreign));
    }
}
