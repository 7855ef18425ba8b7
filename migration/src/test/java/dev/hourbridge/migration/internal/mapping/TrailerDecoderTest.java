package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier migration kept in a note, and what somebody may have put there since. */
class TrailerDecoderTest {
    private static final Account SOURCE = Account.of(Service.of("codebase"), "acme");
    private static final Account TARGET = Account.of(Service.of("teamwork"), "acme");
    private static final WorkTime DAY = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45));

    private static final Capabilities CODEBASE =
            Capabilities.builder().placement(Placement.PROJECT_WITH_TASK).build();
    private static final TimeEntry ROW = TimeEntry.builder()
            .id(TimeEntryId.of(SOURCE, "website/7"))
            .person(PersonRef.of(SOURCE, "1"))
            .project(ProjectRef.of(SOURCE, "website"))
            .workTime(DAY)
            .build();

    private static TrailerDecoder restored(Map<String, String> retained) {
        return restored(retained, ROW);
    }

    /** The trailer of {@link #ROW} in the note of another row, or of the same row after an edit. */
    private static TrailerDecoder restored(Map<String, String> retained, TimeEntry row) {
        Map<String, String> fields = new LinkedHashMap<>(retained);
        fields.put(Trailer.ACCOUNT, TARGET.toString());
        fields.put(Trailer.WRITTEN, Trailer.timeText(DAY));
        fields.putIfAbsent(
                Trailer.ROW,
                RowDigests.of(SOURCE, CODEBASE, EntryIdentity.listed(ROW)).toText());
        return TrailerDecoder.of(
                row.toBuilder().note(new Trailer(fields).appendedTo("work")).build(), CODEBASE, TARGET);
    }

    @Test
    void theTimeIsWhatItWas() {
        assertThat(restored(Map.of(Trailer.START, "2024-06-13T01:30:17Z", Trailer.DURATION, "PT44M31S"))
                        .entry()
                        .workTime())
                .isEqualTo(WorkTime.from(
                        OffsetDateTime.parse("2024-06-13T01:30:17Z"),
                        Duration.ofMinutes(44).plusSeconds(31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "PT26H", "PT2562047788015215H30M", "P1000000000000D", "45", ""})
    void aDurationThatCannotHaveBeenRoundedToThisOneIsNot(String duration) {
        assertThat(restored(Map.of(Trailer.DURATION, duration)).entry().workTime())
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-01-01T09:30:00-04:00",
                "2024-06-16T09:30:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "2024-02-30T09:30:00Z"
            })
    void aStartThatCannotHaveBeenOnThisDayIsNot(String start) {
        assertThat(restored(Map.of(Trailer.START, start)).entry().workTime()).isEqualTo(DAY);
    }

    @Test
    void aBlankIdIsNone() {
        assertThat(restored(Map.of(Trailer.PERSON, " ")).direct(Trailer.PERSON)).isEmpty();
        assertThat(restored(Map.of(Trailer.PERSON, "7")).direct(Trailer.PERSON)).contains("7");
    }

    @Test
    void onlyTheWordNoMakesAnEntryNotBillable() {
        assertThat(restored(Map.of(Trailer.BILLABLE, "NO")).entry().billable()).isEqualTo(Billable.NO);
        assertThat(restored(Map.of(Trailer.BILLABLE, "YES")).entry().billable()).isEqualTo(Billable.YES);
        assertThat(restored(Map.of(Trailer.BILLABLE, "MAYBE")).entry().billable())
                .isEqualTo(Billable.UNSPECIFIED);
    }

    @Test
    void retainsEachIdOnlyWhereTheRowIsAsItWasWritten() {
        Map<String, String> ids =
                Map.of(Trailer.PERSON, "7", Trailer.PROJECT, "8", Trailer.TASK, "9", Trailer.ACTIVITY, "10");
        assertThat(restored(ids).ids()).containsAllEntriesOf(ids);
        TimeEntry ofAnother = ROW.toBuilder().person(PersonRef.of(SOURCE, "2")).build();
        assertThat(restored(ids, ofAnother).ids())
                .doesNotContainKey(Trailer.PERSON)
                .containsEntry(Trailer.TASK, "9");
        TimeEntry moved = ROW.toBuilder().project(ProjectRef.of(SOURCE, "app")).build();
        assertThat(restored(ids, moved).ids())
                .containsEntry(Trailer.PERSON, "7")
                .doesNotContainKeys(Trailer.PROJECT, Trailer.TASK, Trailer.ACTIVITY);
        TimeEntry retyped =
                ROW.toBuilder().activity(ActivityRef.of(SOURCE, "Travel")).build();
        assertThat(restored(ids, retyped).ids())
                .containsEntry(Trailer.TASK, "9")
                .doesNotContainKey(Trailer.ACTIVITY);
    }

    @Test
    void retainsNoIdInTheSameRowOfAnotherAccount() {
        Account other = Account.of(Service.of("codebase"), "other");
        TimeEntry copied = TimeEntry.builder()
                .id(TimeEntryId.of(other, "website/7"))
                .person(PersonRef.of(other, "1"))
                .project(ProjectRef.of(other, "website"))
                .workTime(DAY)
                .build();
        assertThat(restored(Map.of(Trailer.PERSON, "7", Trailer.PROJECT, "8"), copied)
                        .ids())
                .doesNotContainKeys(Trailer.PERSON, Trailer.PROJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0123456789abcdef01234567"})
    void retainsNoIdWithoutTheDigestsOfTheRow(String digests) {
        assertThat(restored(Map.of(Trailer.PERSON, "7", Trailer.ROW, digests)).ids())
                .doesNotContainKey(Trailer.PERSON);
    }
}
