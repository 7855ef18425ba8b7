package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesReadTest {
    private final Wire wire = new Wire();
    private final TeamworkTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void close() {
        wire.close();
    }

    private List<TeamworkEntry> list(String fixture) {
        wire.answers(Wire.fixture(fixture), "X-Pages: 1");
        return entries.list(TeamworkEntryQuery.all()).stream().toList();
    }

    @Test
    void readsTheDocumentedListOfAllProjects() {
        TeamworkEntry entry = list("documented/list-repaired.json").get(0);

        assertThat(entry)
                .isEqualTo(TeamworkEntry.builder()
                        .id(999)
                        .projectId(OptionalLong.of(999))
                        .projectName(Optional.of("Test Project"))
                        .projectStatus(Optional.of(ProjectStatus.ACTIVE))
                        .companyId(OptionalLong.of(999))
                        .companyName(Optional.of("Demo 1 Company"))
                        .personId(OptionalLong.of(999))
                        .personFirstName(Optional.of("'Demo"))
                        .personLastName(Optional.of("User'"))
                        .date(Instant.parse("2013-10-09T18:05:00Z"))
                        .hours(0)
                        .minutes(15)
                        .billable(Optional.of(true))
                        .tags(List.of(tag(15990, "tag1"), tag(15991, "tag2")))
                        .build());
        assertThat(entry.description()).isEmpty();
        assertThat(entry.hasStartTime()).isFalse();
        assertThat(entry.duration()).isEqualTo(Duration.ofMinutes(15));
    }

    private static TeamworkTag tag(long id, String name) {
        return TeamworkTag.builder().id(id).name(name).color("#2f8de4").build();
    }

    @Test
    void readsTheDocumentedListOfAProject() {
        TeamworkEntry entry = list("documented/list-of-project-repaired.json").get(0);

        assertThat(entry.hasStartTime()).isTrue();
        assertThat(entry.date()).isEqualTo(Instant.parse("2014-04-01T09:00:00Z"));
        assertThat(entry.duration()).isEqualTo(Duration.ofMinutes(135));
    }

    @Test
    void readsTheDocumentedListOfATask() {
        TeamworkEntry entry = list("documented/list-of-task-repaired.json").get(0);

        assertThat(entry.todoItemId()).hasValue(999);
        assertThat(entry.todoItemName()).contains("Test Task");
        assertThat(entry.todoListId()).hasValue(999);
        assertThat(entry.todoListName()).contains("Inbox");
        assertThat(entry.projectStatus()).isEmpty();
        assertThat(entry.billable()).contains(false);
    }

    @Test
    void readsTheDocumentedSingleEntry() {
        wire.answers(Wire.fixture("documented/show.json"));

        TeamworkEntry entry = entries.get(999);

        assertThat(wire.line()).isEqualTo("GET /time_entries/999.json");
        assertThat(entry.id()).isEqualTo(999);
        assertThat(entry.hasStartTime()).isTrue();
        assertThat(entry.tags()).isEmpty();
        assertThat(entry.todoItemName()).contains("Write documentation");
    }

    @Test
    void readsEveryFieldOfARecordedEntry() {
        TeamworkEntry entry = list("recorded/list.json").get(0);

        assertThat(entry)
                .isEqualTo(TeamworkEntry.builder()
                        .id(17249630)
                        .projectId(OptionalLong.of(967518))
                        .projectName(Optional.of("Invented project"))
                        .projectStatus(Optional.of(ProjectStatus.ACTIVE))
                        .companyId(OptionalLong.of(47))
                        .companyName(Optional.of("Invented company"))
                        .personId(OptionalLong.of(999))
                        .personFirstName(Optional.of("Demo"))
                        .personLastName(Optional.of("User"))
                        .todoListId(OptionalLong.of(3492444))
                        .todoListName(Optional.of("Inbox"))
                        .todoItemId(OptionalLong.of(43119773))
                        .todoItemName(Optional.of("Invented task"))
                        .date(Instant.parse("2024-12-21T05:00:00Z"))
                        .dateUserPerspective(Optional.of(LocalDateTime.parse("2024-12-21T00:00:00")))
                        .hasStartTime(true)
                        .hours(16)
                        .minutes(40)
                        .hoursDecimal(Optional.of(new BigDecimal("16.67")))
                        .billable(Optional.of(false))
                        .billed(Optional.of(false))
                        .createdAt(Optional.of(Instant.parse("2024-12-23T20:33:45Z")))
                        .updatedDate(Optional.of(Instant.parse("2024-12-23T20:33:45Z")))
                        .tasklistId(OptionalLong.of(3492444))
                        .taskEstimatedTime(Optional.of(BigDecimal.ZERO))
                        .taskIsPrivate(Optional.of(false))
                        .taskIsSubTask(Optional.of(false))
                        .userDeleted(Optional.of(false))
                        .canEdit(Optional.of(true))
                        .avatarUrl(Optional.of("https://example.com/avatar.png"))
                        .build());
        assertThat(entry.parentTaskId()).as("spelt as 0").isEmpty();
        assertThat(entry.ticketId()).as("spelt as empty text").isEmpty();
        assertThat(entry.unknownFields()).isEmpty();
    }

    @Test
    void readsARecordedSingleEntryWithoutTheFieldsOfLists() {
        wire.answers(Wire.fixture("recorded/show.json"));

        TeamworkEntry entry = entries.get(17249630);

        assertThat(entry.hoursDecimal()).isEmpty();
        assertThat(entry.avatarUrl()).isEmpty();
        assertThat(entry.userDeleted()).isEmpty();
        assertThat(entry.duration()).isEqualTo(Duration.ofMinutes(1000));
    }

    @Test
    void readsNumbersFlagsAndTagsHoweverTheyAreSpelt() {
        List<TeamworkEntry> read = list("invented/mixed-types.json");

        assertThat(read).extracting(TeamworkEntry::id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(read).extracting(TeamworkEntry::hasStartTime).containsExactly(true, true, false, false);
        assertThat(read).extracting(entry -> entry.billable().orElse(null)).containsExactly(false, true, true, null);
        assertThat(read).extracting(entry -> entry.tags().size()).containsExactly(0, 0, 1, 0);
        assertThat(read.get(0).hoursDecimal()).contains(BigDecimal.ONE);
        assertThat(read.get(0).todoItemId()).isEmpty();
        assertThat(read.get(0).description()).isEmpty();
        assertThat(read.get(1).updatedDate()).as("unset dates are empty texts").isEmpty();
        assertThat(read.get(2).tags().get(0).unknownFields()).containsEntry("projectId", "5");
        assertThat(read.get(3).personId()).isEmpty();
        assertThat(read.get(3).userDeleted()).contains(true);
    }

    @Test
    void keepsFieldsThatItDoesNotKnowInOrder() {
        wire.answers(entry("\"zeta\":null,\"alpha\":{\"b\":[1,\"x\"]},\"mid\":1.50"));

        TeamworkEntry entry = entries.get(1);

        assertThat(entry.unknownFields())
                .containsExactly(
                        java.util.Map.entry("zeta", ""),
                        java.util.Map.entry("alpha", "{\"b\":[1,\"x\"]}"),
                        java.util.Map.entry("mid", "1.50"));
    }

    private static String entry(String more) {
        return "{\"time-entry\":{\"id\":\"1\",\"date\":\"2024-01-01T10:00:00Z\",\"hours\":\"1\",\"minutes\":\"0\","
                + more + "},\"STATUS\":\"OK\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"isbillable\":\"2\"",
                "\"isbillable\":\"yes\"",
                "\"project-id\":1.9",
                "\"project-id\":\"abc\"",
                "\"tags\":\"tag1,tag2\"",
                "\"tags\":{\"0\":{\"name\":\"x\"}}",
                "\"updated-date\":\"yesterday\"",
                "\"description\":{}"
            })
    void refusesAValueOfAnotherForm(String field) {
        wire.answers(entry(field));

        assertThatThrownBy(() -> entries.get(1))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageNotContaining("tag1")
                .hasMessageNotContaining("abc")
                .hasMessageNotContaining("yesterday");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"STATUS\":\"OK\"}",
                "{\"time-entries\":null,\"STATUS\":\"OK\"}",
                "{\"time-entries\":{},\"STATUS\":\"OK\"}",
                "{\"time-entries\":[null],\"STATUS\":\"OK\"}",
                "{\"time-entries\":[{\"id\":\"1\",\"date\":\"2024-01-01T10:00:00Z\",\"hours\":\"1\"}]}",
                "{\"time-entries\":[{\"id\":\"0\",\"date\":\"2024-01-01T10:00:00Z\",\"hours\":\"1\",\"minutes\":\"0\"}]}",
                "{\"time-entries\":[{\"id\":\"1\",\"date\":\"\",\"hours\":\"1\",\"minutes\":\"0\"}]}",
                "[]",
                "null",
                "",
                "{\"time-entries\":[]",
                "{\"time-entries\":[]} []"
            })
    void takesNothingForAnEmptyListThatIsNone(String body) {
        wire.answers(body);

        assertThatThrownBy(() -> entries.list(TeamworkEntryQuery.all()).stream().count())
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void takesALoginPageForNoList() {
        wire.server.enqueue(new mockwebserver3.MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body("<html>Log in</html>")
                .build());

        assertThatThrownBy(() -> entries.list(TeamworkEntryQuery.all()).stream().count())
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void saysThatThereIsNoSuchEntry() {
        wire.answers(404, "{\"MESSAGE\":\"Time entry not found\",\"STATUS\":\"Error\"}");

        assertThatThrownBy(() -> entries.get(5)).isInstanceOfSatisfying(NotFoundException.class, e -> {
            assertThat(e.status()).hasValue(404);
            assertThat(e.serviceMessage()).contains("Time entry not found");
            assertThat(e.outcome()).isEmpty();
        });
    }
}
