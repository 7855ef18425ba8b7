package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Assertions that the rules share.
 *
 * <p>Services store times in their own form, for example without an offset. Only what the capabilities promise must be
 * equal.
 */
final class Expect {
    private Expect() {}

    /** Asserts that the input is invalid and that nothing is sent. */
    static void refusedUnsent(ServiceUnderTest service, String what, ThrowingCallable call) {
        long before = service.requests();
        assertThatThrownBy(call).as(what).isInstanceOf(InvalidInputException.class);
        assertThat(service.requests()).as("requests sent for %s", what).isEqualTo(before);
    }

    /** Asserts that the entry is created once, and that get and list return what was sent. */
    static TimeEntry survives(ServiceUnderTest service, NewTimeEntry entry) {
        long creates = service.creates();
        TimeEntryId id = service.tracker().create(entry);
        assertThat(service.creates()).as("creates sent for %s", entry).isEqualTo(creates + 1);
        TimeEntry got = service.tracker().get(id);
        assertShows(got, entry, service);
        assertShows(listed(service, id, entry.workTime().localDate()), entry, service);
        return got;
    }

    /** Returns the entry from the list of its day, which must contain it exactly once. */
    static TimeEntry listed(ServiceUnderTest service, TimeEntryId id, LocalDate day) {
        List<TimeEntry> found = service.tracker().list(TimeEntryQuery.between(day, day)).stream()
                .filter(entry -> entry.id().equals(id))
                .toList();
        assertThat(found).as("%s in the list of %s", id, day).hasSize(1);
        return found.get(0);
    }

    /** Asserts that the entry has all values that were sent. */
    static void assertShows(TimeEntry got, NewTimeEntry sent, ServiceUnderTest service) {
        assertThat(got.id().account()).isEqualTo(service.tracker().account());
        assertShows(got.workTime(), sent.workTime(), service);
        sent.person().ifPresent(person -> assertThat(got.person()).contains(person));
        sent.project().ifPresent(project -> assertThat(got.project()).contains(project));
        sent.task().ifPresent(task -> assertThat(got.task()).contains(task));
        sent.activity().ifPresent(activity -> assertThat(got.activity()).contains(activity));
        assertThat(unix(got.note())).isEqualTo(unix(sent.note()));
        if (sent.billable() != Billable.UNSPECIFIED) {
            assertThat(got.billable()).isEqualTo(sent.billable());
        }
        assertThat(got.tags()).containsExactlyInAnyOrderElementsOf(sent.tags());
    }

    /** Asserts that a work time equals the one that was sent, to the precision that the service stores. */
    static void assertShows(WorkTime got, WorkTime sent, ServiceUnderTest service) {
        assertThat(got.duration()).as("duration").isEqualTo(sent.duration());
        assertThat(got).hasSameClassAs(sent);
        if (got instanceof WorkTime.Interval had && sent instanceof WorkTime.Interval wanted) {
            assertThat(had.start().toInstant()).isEqualTo(wanted.start().toInstant());
            if (service.tracker().capabilities().startForm() == StartForm.OFFSET) {
                assertThat(had.start().getOffset()).isEqualTo(wanted.start().getOffset());
            }
        }
        if (service.tracker().capabilities().startForm() != StartForm.WALL_CLOCK) {
            assertThat(got.localDate()).isEqualTo(sent.localDate());
        }
    }

    /** Normalizes line breaks, because a service may store them in any form. */
    static String unix(String note) {
        return note.replace("\r\n", "\n");
    }
}
