package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for a list. */
interface ListRules extends Suite {
    /**
     * A query returns exactly the entries that match all its conditions, for every combination of conditions. There are
     * entries on both sides of each bound, which a service with a different day boundary would confuse.
     */
    @Test
    default void listsExactlyWhatMatchesForEveryCombinationOfConditions() {
        TimeTracker tracker = service().tracker();
        Queries queries = new Queries(service());
        queries.surround();
        List<TimeEntry> all = tracker.list(TimeEntryQuery.all()).stream().toList();

        for (TimeEntryQuery query : queries.all()) {
            assertThat(tracker.list(query))
                    .as("%s", query)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(query::matches).toList());
        }
    }

    /** Ensures that the previous rule is not satisfied by empty results. */
    @Test
    default void listsEntriesOfEachPersonProjectAndTask() {
        TimeTracker tracker = service().tracker();
        new Queries(service()).surround();
        Set<EntryField> shown = tracker.capabilities().readable();

        for (PersonRef person : new Samples(service()).writers()) {
            assertThat(tracker.list(TimeEntryQuery.builder().person(person).build()))
                    .isNotEmpty();
        }
        if (shown.contains(EntryField.PROJECT)) {
            for (ProjectRef project : service().projects()) {
                assertThat(tracker.list(
                                TimeEntryQuery.builder().project(project).build()))
                        .isNotEmpty();
            }
        }
        if (shown.contains(EntryField.TASK)) {
            for (TaskRef task : service().tasks()) {
                assertThat(tracker.list(TimeEntryQuery.builder().task(task).build()))
                        .isNotEmpty();
            }
        }
    }

    /** No entry is listed twice, even if a client reads overlapping ranges of days. */
    @Test
    default void listsEachEntryOnce() {
        assertThat(service().tracker().list(TimeEntryQuery.all()).map(TimeEntry::id))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** An entry has the same values whether it is listed or read by its id, in all fields that both return. */
    @Test
    default void listsWhatGetGives() {
        for (TimeEntry listed : service().tracker().list(TimeEntryQuery.all())) {
            TimeEntry got = service().tracker().get(listed.id());

            assertThat(got.id()).isEqualTo(listed.id());
            assertThat(got.workTime()).isEqualTo(listed.workTime());
            assertThat(got.note()).isEqualTo(listed.note());
            assertThat(got.billable()).isEqualTo(listed.billable());
            assertThat(got.tags()).isEqualTo(listed.tags());
            assertThat(got.deleted()).isEqualTo(listed.deleted());
            assertSameWhereBothShow(got.person(), listed.person());
            assertSameWhereBothShow(got.project(), listed.project());
            assertSameWhereBothShow(got.task(), listed.task());
            assertSameWhereBothShow(got.activity(), listed.activity());
            assertSameWhereBothShow(got.client(), listed.client());
            assertSameWhereBothShow(got.invoice(), listed.invoice());
        }
    }

    private static <T> void assertSameWhereBothShow(Optional<T> got, Optional<T> listed) {
        if (got.isPresent() && listed.isPresent()) {
            assertThat(got).isEqualTo(listed);
        }
    }

    /** A field that is not readable is empty in every entry, so a caller can rely on the capabilities alone. */
    @Test
    default void showsNothingThatItsCapabilitiesDeny() {
        Set<EntryField> shown = service().tracker().capabilities().readable();
        for (TimeEntry entry : service().tracker().list(TimeEntryQuery.all())) {
            assertShownOnlyIf(shown.contains(EntryField.PERSON), entry.person());
            assertShownOnlyIf(shown.contains(EntryField.PROJECT), entry.project());
            assertShownOnlyIf(shown.contains(EntryField.TASK), entry.task());
            assertShownOnlyIf(shown.contains(EntryField.ACTIVITY), entry.activity());
            assertShownOnlyIf(shown.contains(EntryField.CLIENT), entry.client());
            assertShownOnlyIf(shown.contains(EntryField.INVOICE), entry.invoice());
            if (!shown.contains(EntryField.BILLABLE)) {
                assertThat(entry.billable()).isEqualTo(Billable.UNSPECIFIED);
            }
            if (!shown.contains(EntryField.TAGS)) {
                assertThat(entry.tags()).isEmpty();
            }
        }
    }

    private static void assertShownOnlyIf(boolean readable, Optional<?> value) {
        if (!readable) {
            assertThat(value).isEmpty();
        }
    }

    /** A condition on a field that the service does not have is invalid; it does not return an empty list. */
    @Test
    default void refusesToListByWhatTheServiceDoesNotKnow() {
        TimeTracker tracker = service().tracker();
        Account account = tracker.account();
        Set<EntryField> shown = tracker.capabilities().readable();
        if (!shown.contains(EntryField.PROJECT)) {
            TimeEntryQuery query = TimeEntryQuery.builder()
                    .project(ProjectRef.of(account, "1"))
                    .build();
            Expect.refusedUnsent(service(), "a list by project", () -> tracker.list(query));
        }
        if (!shown.contains(EntryField.TASK)) {
            TimeEntryQuery query =
                    TimeEntryQuery.builder().task(TaskRef.of(account, "1")).build();
            Expect.refusedUnsent(service(), "a list by task", () -> tracker.list(query));
        }
        if (!shown.contains(EntryField.PERSON)) {
            TimeEntryQuery query =
                    TimeEntryQuery.builder().person(PersonRef.of(account, "1")).build();
            Expect.refusedUnsent(service(), "a list by person", () -> tracker.list(query));
        }
    }

    /**
     * A query with {@code updatedSince} returns every entry that was created or changed at or after that instant. It
     * may return more entries if a service stores times in minutes.
     */
    @Test
    default void listsWhatWasUpdatedSince() {
        TimeTracker tracker = service().tracker();
        List<TimeEntry> all = tracker.list(TimeEntryQuery.all()).stream().toList();
        List<Instant> stamps = all.stream()
                .flatMap(entry -> Stream.concat(entry.audit().createdAt().stream(), entry.audit().updatedAt().stream()))
                .sorted()
                .toList();
        List<Instant> moments = new ArrayList<>(List.of(Instant.MIN, Instant.EPOCH, Instant.MAX));
        if (!stamps.isEmpty()) {
            Instant middle = stamps.get(stamps.size() / 2);
            moments.addAll(List.of(stamps.get(0), middle, middle.plusNanos(1), stamps.get(stamps.size() - 1)));
        }
        for (Instant moment : moments) {
            TimeEntryQuery query = TimeEntryQuery.builder().updatedSince(moment).build();

            assertThat(tracker.list(query))
                    .as("since %s", moment)
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(query::matches).toList());
        }
    }
}
