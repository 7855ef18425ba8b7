package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.internal.mapping.MappingResult.Missing;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each field of an entry, alone. */
class EntryMapperTest {
    private static final Account SOURCE = Account.of(Service.of("codebase"), "acme");
    private static final Account TARGET = Account.of(Service.of("teamwork"), "acme");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);
    private static final TimeEntry ENTRY = TimeEntry.builder()
            .id(TimeEntryId.of(SOURCE, "7"))
            .workTime(WorkTime.on(DAY, Duration.ofMinutes(45)))
            .person(PersonRef.of(SOURCE, "1"))
            .personName("June")
            .note("work")
            .build();

    private final Capabilities.Builder target = Capabilities.builder()
            .readable(EnumSet.allOf(EntryField.class))
            .writable(EnumSet.allOf(EntryField.class))
            .placement(Placement.PROJECT_WITH_TASK)
            .startForm(StartForm.OFFSET);
    private final Mapping.Builder mapping = Mapping.builder().people(Map.of("1", "25"));
    private Policy policy = Policy.builder().marker(Marker.NONE).build();

    private MappingResult map(TimeEntry entry) {
        return new EntryMapper(Capabilities.builder().build(), TARGET, target.build(), mapping.build(), policy)
                .map(entry);
    }

    private void without(EntryField field) {
        target.writable(EnumSet.complementOf(EnumSet.of(field)));
    }

    private static Optional<Set<LossKind>> lossOf(MappingResult result, EntryField field) {
        return Optional.ofNullable(result.losses().get(field));
    }

    @Test
    void aPersonIsSentOnlyWhereTheTargetTakesOne() {
        assertThat(map(ENTRY).entry().person()).contains(PersonRef.of(TARGET, "25"));
        without(EntryField.PERSON);
        MappingResult result = map(ENTRY);
        assertThat(result.entry().person()).isEmpty();
        assertThat(result.person()).isEqualTo("25");
        mapping.people(Map.of());
        assertThat(map(ENTRY).missing()).containsExactly(new Missing(EntryField.PERSON, "1", Optional.of("June")));
        assertThat(map(ENTRY).isComplete()).isFalse();
        mapping.defaultPerson("26");
        assertThat(map(ENTRY).person()).isEqualTo("26");
        assertThat(lossOf(map(ENTRY), EntryField.PERSON)).contains(Set.of(LossKind.DEFAULTED));
    }

    @Test
    void anActivityIsAskedForWhereItIsRequired() {
        TimeEntry entry = ENTRY.toBuilder()
                .activity(ActivityRef.of(SOURCE, "3"))
                .activityName("Design")
                .build();
        assertThat(lossOf(map(entry), EntryField.ACTIVITY)).contains(Set.of(LossKind.DROPPED));
        assertThat(map(entry).missing()).isEmpty();
        target.required(Set.of(EntryField.ACTIVITY));
        assertThat(map(entry).missing()).containsExactly(new Missing(EntryField.ACTIVITY, "3", Optional.of("Design")));
        mapping.activities(Map.of("3", "16"));
        assertThat(map(entry).entry().activity()).contains(ActivityRef.of(TARGET, "16"));
        assertThat(map(entry).missing()).isEmpty();
        assertThat(map(entry).losses()).isEmpty();
        target.required(Set.of());
        without(EntryField.ACTIVITY);
        assertThat(map(entry).entry().activity()).isEmpty();
        assertThat(lossOf(map(entry), EntryField.ACTIVITY)).contains(Set.of(LossKind.DROPPED));
    }

    @Test
    void billableIsSentDefaultedOrDropped() {
        TimeEntry no = ENTRY.toBuilder().billable(Billable.NO).build();
        mapping.defaultBillable(Billable.YES);
        assertThat(map(no).entry().billable()).isEqualTo(Billable.NO);
        assertThat(map(no).losses()).isEmpty();
        assertThat(map(ENTRY).entry().billable()).isEqualTo(Billable.YES);
        assertThat(lossOf(map(ENTRY), EntryField.BILLABLE)).contains(Set.of(LossKind.DEFAULTED));
        without(EntryField.BILLABLE);
        assertThat(map(no).entry().billable()).isEqualTo(Billable.UNSPECIFIED);
        assertThat(lossOf(map(no), EntryField.BILLABLE)).contains(Set.of(LossKind.DROPPED));
        assertThat(map(ENTRY).losses()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereBillableIsNowhere() {
        assertThat(map(ENTRY).entry().billable()).isEqualTo(Billable.UNSPECIFIED);
        assertThat(map(ENTRY).losses()).isEmpty();
    }

    @Test
    void tagsAreCleanedAndMarked() {
        TimeEntry tagged = ENTRY.toBuilder().tags(List.of("a", "b")).build();
        assertThat(map(tagged).entry().tags()).containsExactly("a", "b");
        assertThat(map(tagged).losses()).isEmpty();
        policy = policy.toBuilder().marker(Marker.TAG).build();
        assertThat(map(tagged).entry().tags()).containsExactly("a", "b", MarkerTag.NAME);
        assertThat(map(tagged).losses()).isEmpty();
        target.tagSeparator(",");
        MappingResult changed = map(ENTRY.toBuilder().tags(List.of("a,b", "c")).build());
        assertThat(changed.entry().tags()).containsExactly("a b", "c", MarkerTag.NAME);
        assertThat(lossOf(changed, EntryField.TAGS)).contains(Set.of(LossKind.CHANGED));
    }

    @Test
    void tagsThatAreEqualBlankOrNotCarriedAreALoss() {
        for (List<String> tags : List.of(List.of("a", "a"), List.of("a", " "), List.of(" a"))) {
            MappingResult result = map(ENTRY.toBuilder().tags(tags).build());
            assertThat(result.entry().tags()).as("%s", tags).containsExactly("a");
            assertThat(lossOf(result, EntryField.TAGS)).as("%s", tags).contains(Set.of(LossKind.CHANGED));
        }
        target.noteCharacters(NoteCharacters.XML);
        assertThat(map(ENTRY.toBuilder().tags(List.of("a\u0001")).build())
                        .entry()
                        .tags())
                .containsExactly("a\uFFFD");
        without(EntryField.TAGS);
        assertThat(map(ENTRY).losses()).isEmpty();
        MappingResult dropped = map(ENTRY.toBuilder().tags(List.of("a")).build());
        assertThat(dropped.entry().tags()).isEmpty();
        assertThat(lossOf(dropped, EntryField.TAGS)).contains(Set.of(LossKind.DROPPED));
    }

    @Test
    void aNoteIsDroppedDefaultedChangedOrCut() {
        target.maxNoteLength(4);
        assertThat(map(ENTRY).note()).isEqualTo("work");
        assertThat(map(ENTRY).losses()).isEmpty();
        MappingResult cut = map(ENTRY.toBuilder().note("works").build());
        assertThat(cut.note()).isEqualTo("work");
        assertThat(lossOf(cut, EntryField.NOTE)).contains(Set.of(LossKind.CUT));
        assertThat(map(ENTRY.toBuilder().note("work ").build()).losses())
                .as("blanks")
                .isEmpty();
        target.noteCharacters(NoteCharacters.XML);
        MappingResult changed = map(ENTRY.toBuilder().note("a\u0001").build());
        assertThat(changed.note()).isEqualTo("a\uFFFD");
        assertThat(lossOf(changed, EntryField.NOTE)).contains(Set.of(LossKind.CHANGED));
        without(EntryField.NOTE);
        assertThat(lossOf(map(ENTRY), EntryField.NOTE)).contains(Set.of(LossKind.DROPPED));
        assertThat(map(ENTRY).note()).isEmpty();
        assertThat(map(ENTRY.toBuilder().note(" ").build()).losses()).isEmpty();
    }

    @Test
    void aRequiredNoteIsAskedForOrDefaulted() {
        target.required(Set.of(EntryField.NOTE));
        TimeEntry bare = ENTRY.toBuilder().note(" \n").build();
        assertThat(map(ENTRY).losses()).isEmpty();
        assertThat(lossOf(map(bare), EntryField.NOTE)).contains(Set.of(LossKind.NEEDS_INPUT));
        assertThat(map(bare).isComplete()).isFalse();
        mapping.defaultNote("hours");
        assertThat(map(bare).note()).isEqualTo("hours");
        assertThat(lossOf(map(bare), EntryField.NOTE)).contains(Set.of(LossKind.DEFAULTED));
        assertThat(map(bare).isComplete()).isTrue();
        policy = policy.toBuilder().marker(Marker.TRAILER).build();
        Trailer trailer = trailer(map(bare));
        assertThat(trailer.get(Trailer.DEFAULT_NOTE)).isEqualTo(RowDigests.ofNote("hours"));
        assertThat(trailer(map(ENTRY)).get(Trailer.DEFAULT_NOTE)).isEmpty();
    }

    private static Trailer trailer(MappingResult result) {
        return Trailer.split(result.entry().note()).trailer().orElseThrow();
    }

    @Test
    void aTrailerHasEveryIdAndWhatIsLost() {
        policy = policy.toBuilder().marker(Marker.TRAILER).build();
        mapping.projects(Map.of("p", "8")).tasks(Map.of("t", "9")).activities(Map.of("v", "16"));
        TimeEntry full = ENTRY.toBuilder()
                .project(ProjectRef.of(SOURCE, "p"))
                .task(TaskRef.of(SOURCE, "t"))
                .activity(ActivityRef.of(SOURCE, "v"))
                .billable(Billable.NO)
                .tags(List.of("x", "y,z"))
                .build();
        Trailer kept = trailer(map(full));
        assertThat(kept.fields())
                .containsEntry(Trailer.ACCOUNT, SOURCE.toString())
                .containsEntry(Trailer.ID, "7")
                .containsEntry(Trailer.PERSON, "1")
                .containsEntry(Trailer.PROJECT, "p")
                .containsEntry(Trailer.TASK, "t")
                .containsEntry(Trailer.ACTIVITY, "v")
                .containsKey(Trailer.ROW)
                .doesNotContainKeys(Trailer.BILLABLE, Trailer.TAGS);
        target.writable(EnumSet.complementOf(EnumSet.of(EntryField.BILLABLE, EntryField.TAGS)));
        assertThat(trailer(map(full)).fields())
                .containsEntry(Trailer.BILLABLE, "NO")
                .containsEntry(Trailer.TAGS, "x,y%2cz");
        assertThat(lossOf(map(full), EntryField.TAGS)).contains(Set.of(LossKind.KEPT_IN_TRAILER));
        assertThat(map(full).isLossy()).isFalse();
        assertThat(trailer(map(ENTRY)).fields()).doesNotContainKeys(Trailer.BILLABLE, Trailer.TAGS);
    }

    @Test
    void aTrailerIsAppendedOnlyWhereItFits() {
        policy = policy.toBuilder().marker(Marker.TRAILER).build();
        int length = map(ENTRY).entry().note().length();
        target.maxNoteLength(length + 2);
        assertThat(map(ENTRY).trailer()).isPresent();
        assertThat(map(ENTRY).entry().note()).startsWith("work\n[hb1 ");
        target.maxNoteLength(length + 1);
        assertThat(map(ENTRY).trailer()).isEmpty();
        assertThat(map(ENTRY).entry().note()).isEqualTo("work");
    }

    @Test
    void aStartIsTakenRoundedDroppedOrGiven() {
        OffsetDateTime start = OffsetDateTime.parse("2024-06-12T23:30:15-04:00");
        TimeEntry started = ENTRY.toBuilder()
                .workTime(WorkTime.from(start, Duration.ofMinutes(45)))
                .build();
        assertThat(map(started).entry().workTime())
                .isEqualTo(WorkTime.from(start.withSecond(0), Duration.ofMinutes(45)));
        assertThat(lossOf(map(started), EntryField.START)).contains(Set.of(LossKind.ROUNDED));
        target.startForm(StartForm.WALL_CLOCK).zone(ZoneId.of("Europe/Berlin"));
        MappingResult moved = map(started);
        assertThat(moved.entry().workTime().localDate()).isEqualTo(DAY.plusDays(1));
        assertThat(lossOf(moved, EntryField.DATE)).contains(Set.of(LossKind.MOVED));
        target.startForm(StartForm.NONE);
        assertThat(map(started).entry().workTime()).isEqualTo(WorkTime.on(DAY, Duration.ofMinutes(45)));
        assertThat(lossOf(map(started), EntryField.START)).contains(Set.of(LossKind.DROPPED));
        target.startForm(StartForm.WALL_CLOCK).required(Set.of(EntryField.START));
        assertThat(lossOf(map(ENTRY), EntryField.START)).contains(Set.of(LossKind.NEEDS_INPUT));
        policy = policy.toBuilder().startPolicy(LocalTime.of(9, 0)).build();
        assertThat(map(ENTRY).entry().workTime())
                .isEqualTo(WorkTime.from(OffsetDateTime.parse("2024-06-12T09:00:00+02:00"), Duration.ofMinutes(45)));
        assertThat(lossOf(map(ENTRY), EntryField.START)).contains(Set.of(LossKind.DEFAULTED));
    }
}
