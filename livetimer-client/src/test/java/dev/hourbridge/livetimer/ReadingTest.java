package dev.hourbridge.livetimer;

import static dev.hourbridge.livetimer.Wire.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hourbridge.livetimer.Classification.Kind;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form in which an entry is documented or was seen. */
class ReadingTest {
    private final Wire wire = new Wire();

    @AfterEach
    void end() {
        wire.close();
    }

    private LiveTimerEntry get(String xml) {
        wire.answer(200, xml);
        return wire.client.timeEntries().get(3864);
    }

    @Test
    void readsTheDocumentedStartEndEntry() {
        LiveTimerEntry entry = get(fixture("documented/show-start-end.xml"));

        assertThat(entry)
                .isEqualTo(LiveTimerEntry.builder()
                        .id(3864)
                        .workTime(WorkTime.between(
                                OffsetDateTime.parse("2007-08-30T08:28-04:00"),
                                OffsetDateTime.parse("2007-08-30T13:24-04:00")))
                        .minutes(296)
                        .createdAt(Instant.parse("2007-08-30T12:28:00Z"))
                        .updatedAt(Instant.parse("2007-12-20T06:55:23Z"))
                        .userId(25)
                        .projectId(29)
                        .activityId(16)
                        .build());
    }

    @Test
    void readsTheDocumentedDurationOnlyEntry() {
        LiveTimerEntry entry = get(fixture("documented/show-duration-only.xml"));

        assertThat(entry.workTime()).isEqualTo(WorkTime.on(LocalDate.of(2007, 8, 30), Duration.ofMinutes(296)));
        assertThat(entry.minutes()).isEqualTo(296);
        assertThat(entry.note()).isEmpty();
    }

    @Test
    void readsTheDocumentedAnswersToCreates() {
        LiveTimerEntry startEnd = get(fixture("documented/created-start-end.xml"));
        LiveTimerEntry durationOnly = get(fixture("documented/created-duration-only.xml"));

        assertThat(startEnd.id()).isEqualTo(4001);
        assertThat(startEnd.workTime().duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(startEnd.note()).isEqualTo("Phone call from June.");
        assertThat(durationOnly.id()).isEqualTo(4002);
        assertThat(durationOnly.workTime().localDate()).isEqualTo(LocalDate.of(2008, 1, 8));
        assertThat(durationOnly.projectId()).hasValue(28);
    }

    @Test
    void readsIncludedResourcesWithinOneAnother() {
        LiveTimerEntry entry = get(fixture("invented/show-included.xml"));

        LiveTimerUser user = entry.user().orElseThrow();
        assertThat(user)
                .isEqualTo(LiveTimerUser.builder()
                        .id(25)
                        .name("walter")
                        .firstName("Walter")
                        .lastName("Lantz")
                        .active(true)
                        .code("WL")
                        .email("walter@example.com")
                        .url("http://example.com/walter")
                        .createdAt(Instant.parse("2007-01-02T03:04:05Z"))
                        .updatedAt(Instant.parse("2007-02-03T04:05:06Z"))
                        .unknownFields(java.util.Map.of("rights", "view-management-reports"))
                        .build());
        assertThat(user.displayName()).contains("Walter Lantz");
        assertThat(entry.userId()).hasValue(25);
        Classification task = entry.task().orElseThrow();
        Classification project = task.parent().orElseThrow();
        Classification client = project.parent().orElseThrow();
        assertThat(List.of(task.kind(), project.kind(), client.kind()))
                .containsExactly(Kind.TASK, Kind.PROJECT, Kind.CLIENT);
        assertThat(task.description()).contains("In ink & pencil");
        assertThat(task.active()).contains(true);
        assertThat(task.effectivelyActive()).contains(false);
        assertThat(task.url()).isEmpty();
        assertThat(task.createdAt()).contains(Instant.parse("2007-03-01T00:00:00Z"));
        assertThat(task.parentId()).hasValue(30);
        assertThat(project.name()).contains("Area 51 project");
        assertThat(client.active()).contains(false);
        assertThat(client.code()).isEmpty();
        assertThat(entry.activity().orElseThrow().name()).contains("Drawing");
        assertThat(entry.activity().orElseThrow().active()).contains(true);
        assertThat(entry.projectId()).isEmpty();
        assertThat(entry.taskId()).hasValue(41);
        assertThat(entry.activityId()).hasValue(16);
    }

    @Test
    void namesTheProjectAndClientOfATaskInTheCommonModel() {
        wire.answer(200, fixture("invented/show-included.xml"));

        TimeEntry entry = wire.client.get(TimeEntryId.of(wire.client.account(), "3864"));

        assertThat(entry.task().orElseThrow().id()).isEqualTo("41");
        assertThat(entry.taskName()).contains("Draw the saucer");
        assertThat(entry.project().orElseThrow().id()).isEqualTo("30");
        assertThat(entry.projectName()).contains("Area 51 project");
        assertThat(entry.client().orElseThrow().id()).isEqualTo("24");
        assertThat(entry.clientName()).contains("American UFO Association");
        assertThat(entry.personName()).contains("Walter Lantz");
        assertThat(entry.activityName()).contains("Drawing");
        assertThat(entry.audit().createdAt()).contains(Instant.parse("2007-08-30T12:28:00Z"));
    }

    @Test
    void readsEverySpellingOfNothingAndKeepsWhatItDoesNotKnow() {
        LiveTimerEntry entry = get(fixture("invented/show-spellings.xml"));

        assertThat(entry.id()).isEqualTo(7);
        assertThat(entry.projectId()).isEmpty();
        assertThat(entry.taskId()).isEmpty();
        assertThat(entry.activityId()).isEmpty();
        assertThat(entry.workTime())
                .isEqualTo(WorkTime.from(OffsetDateTime.parse("2007-08-30T23:30+12:00"), Duration.ofMinutes(45)));
        assertThat(entry.note()).isEqualTo("  two halves ]]>");
        assertThat(entry.unknownFields())
                .containsExactly(
                        entry("job-id", "12"), entry("rounded", "false"), entry("stamps", "{\"stamp\":\"a\"}"));
    }

    @Test
    void keepsTheDurationThatContradictsStartAndEnd() {
        wire.answer(200, fixture("invented/show-spellings.xml"));

        TimeEntry entry = wire.client.get(TimeEntryId.of(wire.client.account(), "7"));

        assertThat(entry.workTime().duration()).isEqualTo(Duration.ofMinutes(45));
        assertThat(entry.reportedDuration()).contains(Duration.ofMinutes(44));
        assertThat(entry.extras()).containsEntry("job-id", "12");
    }

    @ParameterizedTest
    @CsvSource({"296,false", "295,true", "297,true", "0,true"})
    void takesTheSecondsThatTheServiceIgnoresForNoContradiction(long minutes, boolean contradicts) {
        wire.answer(
                200,
                fixture("documented/show-start-end.xml")
                        .replace("2007-08-30T08:28:00-04:00", "2007-08-30T08:28:59-04:00")
                        .replace("2007-08-30T13:24:00-04:00", "2007-08-30T13:24:59-04:00")
                        .replace(">296<", ">" + minutes + "<"));

        TimeEntry entry = wire.client.get(TimeEntryId.of(wire.client.account(), "3864"));

        assertThat(entry.reportedDuration().isPresent()).isEqualTo(contradicts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  padded  ", "a\nb", "<b>&amp;</b>", "Zürich 🎉", "\tx\n"})
    void readsANoteInCdataToTheCharacterAndDropsThePaddingAroundIt(String note) {
        String entry = fixture("documented/show-start-end.xml");

        assertThat(get(entry.replace("<note/>", "<note>\n    <![CDATA[" + note + "]]>\n  </note>"))
                        .note())
                .isEqualTo(note);
        assertThat(get(entry.replace("<note/>", "<note><![CDATA[" + note + "]]></note>"))
                        .note())
                .isEqualTo(note);
    }

    @Test
    void readsANoteWithoutCdataAsItStands() {
        assertThat(get(fixture("documented/show-start-end.xml").replace("<note/>", "<note> a &lt;b&gt; </note>"))
                        .note())
                .isEqualTo(" a <b> ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time-entry><start-date>2007-08-30</start-date><duration>1</duration></time-entry>",
                "<time-entry><id>1</id></time-entry>",
                "<time-entry><id>1</id><start-date>2007-08-30</start-date></time-entry>",
                "<time-entry><id>1</id><duration>10</duration></time-entry>",
                "<time-entry><id>1</id><start-time>2007-08-30T08:28:00-04:00</start-time></time-entry>",
                "<time-entry><id>1</id><start-time>2007-08-30T08:28:00</start-time>"
                        + "<end-time>2007-08-30T08:29:00</end-time></time-entry>",
                "<time-entry><id>1</id><start-time>2007-08-30T08:28:00Z</start-time>"
                        + "<end-time>2007-08-30T08:27:00Z</end-time></time-entry>",
                "<time-entry><id>1.5</id><start-date>2007-08-30</start-date><duration>1</duration></time-entry>",
                "<time-entry><id>1</id><start-date>2007-08-30</start-date><duration>-1</duration></time-entry>",
                "<time-entry><id>1</id><start-date>2007-08-32</start-date><duration>1</duration></time-entry>",
                "<user><id>1</id></user>",
                "<time-entry><id>1",
                " ",
                "<!DOCTYPE time-entry><time-entry><id>1</id></time-entry>"
            })
    void refusesWhatIsNoEntry(String xml) {
        assertThatThrownBy(() -> get(xml)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesALoginPage() {
        wire.answer(200, "text/html", "<html><body>Please log in</body></html>");

        assertThatThrownBy(() -> wire.client.timeEntries().get(1))
                .isInstanceOf(MalformedResponseException.class)
                .satisfies(failure ->
                        assertThat(((HourbridgeException) failure).status()).hasValue(200));
    }
}
