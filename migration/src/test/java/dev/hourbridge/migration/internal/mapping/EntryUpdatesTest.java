package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EntryUpdatesTest {
    private static final Account ACME = Account.of(Service.of("teamwork"), "acme");
    private static final WorkTime TIME = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(1));
    private static final NewTimeEntry PLANNED = NewTimeEntry.of(TIME)
            .person(PersonRef.of(ACME, "1"))
            .project(ProjectRef.of(ACME, "p"))
            .task(TaskRef.of(ACME, "t"))
            .activity(ActivityRef.of(ACME, "a"))
            .note("note")
            .billable(Billable.YES)
            .tags(List.of("x"))
            .build();
    private static final NewTimeEntry BARE = NewTimeEntry.of(TIME).build();

    private static TimeEntryUpdate update(
            NewTimeEntry current, NewTimeEntry wanted, Placement placement, EntryField... fields) {
        return EntryUpdates.of(
                EntryIdentity.planned(current, "1"),
                List.of(fields),
                wanted,
                Capabilities.builder().placement(placement).build());
    }

    private static TimeEntryUpdate simple(NewTimeEntry wanted, EntryField... fields) {
        return update(BARE, wanted, Placement.PROJECT_WITH_TASK, fields);
    }

    @Test
    void eachFieldThatDiffersIsSetOrCleared() {
        assertThat(simple(PLANNED).toString())
                .isEqualTo(TimeEntryUpdate.builder().build().toString());
        assertThat(simple(PLANNED, EntryField.DATE))
                .isEqualTo(TimeEntryUpdate.builder().workTime(TIME).build());
        assertThat(simple(PLANNED, EntryField.START))
                .isEqualTo(TimeEntryUpdate.builder().workTime(TIME).build());
        assertThat(simple(PLANNED, EntryField.DURATION))
                .isEqualTo(TimeEntryUpdate.builder().workTime(TIME).build());
        assertThat(simple(PLANNED, EntryField.PERSON))
                .isEqualTo(TimeEntryUpdate.builder()
                        .person(PersonRef.of(ACME, "1"))
                        .build());
        assertThat(simple(PLANNED, EntryField.NOTE))
                .isEqualTo(TimeEntryUpdate.builder().note("note").build());
        assertThat(simple(BARE, EntryField.NOTE))
                .isEqualTo(TimeEntryUpdate.builder().clearNote().build());
        assertThat(simple(PLANNED, EntryField.ACTIVITY))
                .isEqualTo(TimeEntryUpdate.builder()
                        .activity(ActivityRef.of(ACME, "a"))
                        .build());
        assertThat(simple(BARE, EntryField.ACTIVITY))
                .isEqualTo(TimeEntryUpdate.builder().clearActivity().build());
        assertThat(simple(PLANNED, EntryField.BILLABLE))
                .isEqualTo(TimeEntryUpdate.builder().billable(Billable.YES).build());
        assertThat(simple(BARE, EntryField.BILLABLE))
                .isEqualTo(TimeEntryUpdate.builder().build());
        assertThat(simple(PLANNED, EntryField.TAGS))
                .isEqualTo(TimeEntryUpdate.builder().tags(List.of("x")).build());
        assertThat(simple(BARE, EntryField.TAGS))
                .isEqualTo(TimeEntryUpdate.builder().clearTags().build());
    }

    @Test
    void aPlaceIsMovedByWhatTheTargetTakes() {
        NewTimeEntry other = PLANNED.toBuilder().task(TaskRef.of(ACME, "u")).build();
        NewTimeEntry elsewhere =
                PLANNED.toBuilder().project(ProjectRef.of(ACME, "q")).build();
        NewTimeEntry projectOnly =
                NewTimeEntry.of(TIME).project(ProjectRef.of(ACME, "p")).build();
        TaskRef task = TaskRef.of(ACME, "u");

        TimeEntryUpdate both = update(PLANNED, other, Placement.PROJECT_WITH_TASK, EntryField.TASK);
        assertThat(both.task()).isEqualTo(Change.set(task));
        assertThat(both.project().isLeave()).isFalse();
        TimeEntryUpdate moved = update(PLANNED, elsewhere, Placement.PROJECT_WITH_TASK, EntryField.PROJECT);
        assertThat(moved.task().isLeave()).isTrue();
        assertThat(moved.project()).isEqualTo(Change.set(ProjectRef.of(ACME, "q")));
        assertThat(update(PLANNED, other, Placement.TASK, EntryField.TASK))
                .isEqualTo(TimeEntryUpdate.builder().task(task).build());
        assertThat(update(PLANNED, BARE, Placement.TASK, EntryField.TASK))
                .isEqualTo(TimeEntryUpdate.builder().clearTask().build());
        assertThat(update(PLANNED, PLANNED, Placement.TASK, EntryField.PROJECT))
                .isEqualTo(TimeEntryUpdate.builder().build());
        assertThat(update(PLANNED, other, Placement.PROJECT_OR_TASK, EntryField.TASK))
                .isEqualTo(TimeEntryUpdate.builder().task(task).build());
        assertThat(update(PLANNED, projectOnly, Placement.PROJECT_OR_TASK, EntryField.TASK))
                .isEqualTo(TimeEntryUpdate.builder()
                        .clearTask()
                        .project(ProjectRef.of(ACME, "p"))
                        .build());
        assertThat(update(BARE, projectOnly, Placement.PROJECT_OR_TASK, EntryField.PROJECT))
                .isEqualTo(TimeEntryUpdate.builder()
                        .project(ProjectRef.of(ACME, "p"))
                        .build());
        assertThat(update(projectOnly, BARE, Placement.PROJECT_OR_TASK, EntryField.PROJECT))
                .isEqualTo(TimeEntryUpdate.builder().clearProject().build());
    }

    @Test
    void theFieldsOfAnUpdateAreThoseItChanges() {
        TimeEntryUpdate all = TimeEntryUpdate.builder()
                .workTime(TIME)
                .person(PersonRef.of(ACME, "1"))
                .project(ProjectRef.of(ACME, "p"))
                .clearTask()
                .clearActivity()
                .note("")
                .billable(Billable.NO)
                .clearTags()
                .build();
        assertThat(EntryUpdates.fields(all, Set.of(EntryField.DURATION, EntryField.PERSON)))
                .containsExactlyInAnyOrder(
                        EntryField.PERSON,
                        EntryField.PROJECT,
                        EntryField.TASK,
                        EntryField.ACTIVITY,
                        EntryField.NOTE,
                        EntryField.BILLABLE,
                        EntryField.TAGS,
                        EntryField.DURATION);
        assertThat(EntryUpdates.fields(TimeEntryUpdate.builder().build(), Set.of(EntryField.DURATION)))
                .isEmpty();
    }

    private static Set<EntryField> changedToo(UnaryOperator<TimeEntry.Builder> change, EntryField... updated) {
        TimeEntry before = TimeEntry.builder()
                .id(TimeEntryId.of(ACME, "7"))
                .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T09:30:00Z"), Duration.ofHours(1)))
                .person(PersonRef.of(ACME, "1"))
                .project(ProjectRef.of(ACME, "p"))
                .task(TaskRef.of(ACME, "t"))
                .note("note")
                .tags(List.of("x", "y"))
                .build();
        return EntryUpdates.changedToo(before, change.apply(before.toBuilder()).build(), Set.of(updated));
    }

    @Test
    void whatAnUpdateChangedTooIsFoundFieldByField() {
        assertThat(changedToo(row -> row)).isEmpty();
        assertThat(changedToo(row -> row.tags(List.of("y", "x")))).isEmpty();
        assertThat(changedToo(row -> row.tags(List.of("y")))).containsExactly(EntryField.TAGS);
        assertThat(changedToo(row -> row.person(PersonRef.of(ACME, "2")))).containsExactly(EntryField.PERSON);
        assertThat(changedToo(row -> row.project(ProjectRef.of(ACME, "q")))).containsExactly(EntryField.PROJECT);
        assertThat(changedToo(row -> row.task(TaskRef.of(ACME, "u")))).containsExactly(EntryField.TASK);
        assertThat(changedToo(row -> row.client(ClientRef.of(ACME, "3")))).containsExactly(EntryField.CLIENT);
        assertThat(changedToo(row -> row.activity(ActivityRef.of(ACME, "a")))).containsExactly(EntryField.ACTIVITY);
        assertThat(changedToo(row -> row.note("other"))).containsExactly(EntryField.NOTE);
        assertThat(changedToo(row -> row.billable(Billable.NO))).containsExactly(EntryField.BILLABLE);
        assertThat(changedToo(row -> row.invoice(Invoice.numbered("1")))).containsExactly(EntryField.INVOICE);
        assertThat(changedToo(row ->
                        row.workTime(WorkTime.from(OffsetDateTime.parse("2024-06-13T09:30:00Z"), Duration.ofHours(2)))))
                .containsExactlyInAnyOrder(EntryField.DATE, EntryField.START, EntryField.DURATION);
    }

    @Test
    void whatFollowsFromAnUpdateIsNotChangedToo() {
        assertThat(changedToo(row -> row.note("other"), EntryField.NOTE)).isEmpty();
        assertThat(changedToo(
                        row -> row.project(ProjectRef.of(ACME, "q"))
                                .task(TaskRef.of(ACME, "u"))
                                .client(ClientRef.of(ACME, "3")),
                        EntryField.TASK))
                .isEmpty();
        assertThat(changedToo(
                        row -> row.workTime(
                                WorkTime.from(OffsetDateTime.parse("2024-06-13T09:30:00Z"), Duration.ofHours(2))),
                        EntryField.DATE))
                .isEmpty();
        assertThat(changedToo(row -> row.client(ClientRef.of(ACME, "3")), EntryField.NOTE))
                .containsExactly(EntryField.CLIENT);
    }

    @Test
    void anAdoptedRowHasNeitherTrailerNorMarker() {
        NewTimeEntry marked = PLANNED.toBuilder()
                .tags(List.of("x", MarkerTag.NAME))
                .note("note\n[hb1]")
                .build();

        assertThat(EntryUpdates.unmarked(marked, "note")).isEqualTo(PLANNED);
    }
}
