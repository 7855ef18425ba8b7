package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonWriteTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2024-01-15T10:10:00-05:00");

    private final Wire wire = new Wire();
    private final TeamworkClient teamwork = wire.client;
    private final Account account = teamwork.account();

    @AfterEach
    void close() {
        wire.close();
    }

    private NewTimeEntry.Builder anHour() {
        return NewTimeEntry.of(WorkTime.from(START, Duration.ofHours(1))).project(ProjectRef.of(account, "42"));
    }

    private JsonNode created(NewTimeEntry entry) {
        wire.answers(201, "{\"timeLogId\":\"1\"}");
        teamwork.create(entry);
        return Wire.body(wire.request()).path("time-entry");
    }

    @Test
    void createsOnAProjectWithEveryField() {
        wire.answers(201, "{\"timeLogId\":\"1234\"}");

        TimeEntryId id = teamwork.create(anHour().person(PersonRef.of(account, "999"))
                .note("Größe \u00e9 \ud83d\ude00 \"x\" <&>\nsecond line")
                .billable(Billable.YES)
                .tags(List.of("tag1", "tag2"))
                .build());

        assertThat(id).isEqualTo(TimeEntryId.of(account, "1234"));
        var request = wire.request();
        assertThat(request.getTarget()).isEqualTo("/projects/42/time_entries.json");
        assertThat(Wire.body(request))
                .isEqualTo(Wire.json(
                        "{\"time-entry\":{\"description\":\"Größe \u00e9 \ud83d\ude00 \\\"x\\\" <&>\\nsecond line\","
                                + "\"person-id\":\"999\",\"date\":\"20240115\",\"time\":\"10:10\",\"hours\":\"1\",\"minutes\":\"0\","
                                + "\"isbillable\":\"1\",\"tags\":\"tag1,tag2\"}}"));
        assertThat(wire.requests()).as("one POST and nothing else").isEqualTo(1);
    }

    @Test
    void sendsTheTaskAloneWhereAProjectIsGivenToo() {
        wire.answers(201, "{\"id\":\"1\"}");

        teamwork.create(anHour().task(TaskRef.of(account, "7")).build());

        assertThat(wire.line()).isEqualTo("POST /tasks/7/time_entries.json");
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        JsonNode body = created(anHour().build());

        assertThat(body.has("isbillable")).isFalse();
        assertThat(body.has("person-id")).isFalse();
        assertThat(body.has("tags")).isFalse();
    }

    @Test
    void saysThatAnEntryIsNotToBeBilled() {
        assertThat(created(anHour().billable(Billable.NO).build())
                        .path("isbillable")
                        .asText())
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T10:10:00-05:00, 20240115, 10:10",
        "2024-01-15T10:10:00Z,      20240115, 05:10",
        "2024-01-15T03:30:00Z,      20240114, 22:30",
        "2024-07-15T03:30:00Z,      20240714, 23:30",
        "2023-12-31T23:59:00-05:00, 20231231, 23:59",
        // both of the hours that the clock shows twice
        "2024-11-03T01:30:00-04:00, 20241103, 01:30",
        "2024-11-03T01:30:00-05:00, 20241103, 01:30",
        // a wall clock that New York skipped is the instant's
        "2024-03-10T02:30:00-05:00, 20240310, 03:30"
    })
    void writesTheStartOnTheAccountsClock(OffsetDateTime start, String date, String time) {
        JsonNode body = created(NewTimeEntry.of(WorkTime.from(start, Duration.ofMinutes(1)))
                .project(ProjectRef.of(account, "42"))
                .build());

        assertThat(body.path("date").asText()).isEqualTo(date);
        assertThat(body.path("time").asText()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "59,0,59", "60,1,0", "61,1,1", "1439,23,59", "1440,24,0", "6000,100,0"})
    void splitsMinutesIntoHours(long minutes, String hours, String rest) {
        JsonNode body = created(NewTimeEntry.of(WorkTime.from(START, Duration.ofMinutes(minutes)))
                .project(ProjectRef.of(account, "42"))
                .build());

        assertThat(body.path("hours").asText()).isEqualTo(hours);
        assertThat(body.path("minutes").asText()).isEqualTo(rest);
    }

    @Test
    void refusesBeforeAnyRequestWhatTheServiceDoesNotTake() {
        refused("workTime", entry -> entry.workTime(WorkTime.on(LocalDate.of(2024, 1, 1), Duration.ofHours(1))));
        refused("workTime", entry -> entry.workTime(WorkTime.from(START.plusSeconds(1), Duration.ofHours(1))));
        refused("workTime", entry -> entry.workTime(WorkTime.from(START, Duration.ofSeconds(61))));
        refused(
                "workTime",
                entry -> entry.workTime(
                        WorkTime.from(START, Duration.ofMinutes(1).plusNanos(1))));
        refused("workTime", entry -> entry.workTime(WorkTime.from(START.withYear(10001), Duration.ofHours(1))));
        refused("activity", entry -> entry.activity(ActivityRef.of(account, "1")));
        refused("tags", entry -> entry.tags(List.of("one, two")));
        refused("tags", entry -> entry.tags(List.of("")));
        refused("note", entry -> entry.note("half \ud83d"));
        refused("person", entry -> entry.person(PersonRef.of(account, "me")));
        refused("project", entry -> entry.project(ProjectRef.of(account, "../5")));
        refused("task", entry -> entry.task(TaskRef.of(account, "0")));
        Account other = Account.of(TeamworkClient.SERVICE, "other.teamwork.com");
        refused("person", entry -> entry.person(PersonRef.of(other, "6")));
        refused("project", entry -> entry.project(ProjectRef.of(other, "6")));
        refused("project", entry -> entry.task(TaskRef.of(account, "6")).project(ProjectRef.of(other, "6")));
        refused("task", entry -> entry.task(TaskRef.of(other, "6")));
        assertThatThrownBy(() -> teamwork.create(NewTimeEntry.of(WorkTime.from(START, Duration.ofHours(1)))
                        .build()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }

    private void refused(String field, UnaryOperator<NewTimeEntry.Builder> change) {
        NewTimeEntry entry = change.apply(anHour()).build();
        for (Consumer<NewTimeEntry> call : List.<Consumer<NewTimeEntry>>of(teamwork::create, teamwork::prepare)) {
            assertThatThrownBy(() -> call.accept(entry))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.field()).isEqualTo(field));
        }
    }

    @Test
    void preparesWithoutARequestAndSendsOnePost() {
        wire.answers(201, "{\"timeLogId\":\"1234\"}");

        PreparedCreate create = teamwork.prepare(anHour().build());
        assertThat(wire.requests()).isZero();

        assertThat(create.send()).isEqualTo(TimeEntryId.of(account, "1234"));
        assertThat(wire.line()).isEqualTo("POST /projects/42/time_entries.json");
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void throwsAThrottleOfAPreparedCreate() {
        wire.answers(400, "{}", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 5");

        PreparedCreate create =
                teamwork.prepare(anHour().task(TaskRef.of(account, "7")).build());

        assertThatThrownBy(create::send).isInstanceOfSatisfying(ThrottledException.class, e -> {
            assertThat(e.outcome()).contains(WriteOutcome.REJECTED);
            assertThat(e.retryAfter()).contains(Duration.ofSeconds(5));
        });
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void updatesEveryFieldThatTheServiceTakes() {
        wire.answers(OK);

        teamwork.update(
                TimeEntryId.of(account, "9"),
                TimeEntryUpdate.builder()
                        .workTime(WorkTime.from(OffsetDateTime.parse("2024-07-01T22:15:00Z"), Duration.ofMinutes(75)))
                        .person(PersonRef.of(account, "28726"))
                        .project(ProjectRef.of(account, "43"))
                        .note("new")
                        .billable(Billable.NO)
                        .tags(List.of("a", "b"))
                        .build());

        var request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("PUT /time_entries/9.json");
        assertThat(Wire.body(request))
                .isEqualTo(Wire.json(
                        "{\"time-entry\":{\"description\":\"new\",\"person-id\":\"28726\",\"date\":\"20240701\","
                                + "\"time\":\"18:15\",\"hours\":\"1\",\"minutes\":\"15\",\"isbillable\":\"0\",\"tags\":\"a,b\","
                                + "\"project-id\":\"43\"}}"));
    }

    @Test
    void leavesSetsAndClears() {
        wire.answers(OK).answers(OK);
        TimeEntryId id = TimeEntryId.of(account, "9");

        teamwork.update(id, TimeEntryUpdate.builder().clearNote().clearTags().build());
        teamwork.update(id, TimeEntryUpdate.builder().billable(Billable.YES).build());

        assertThat(Wire.body(wire.request()))
                .isEqualTo(Wire.json("{\"time-entry\":{\"description\":\"\",\"tags\":\"\"}}"));
        assertThat(Wire.body(wire.request())).isEqualTo(Wire.json("{\"time-entry\":{\"isbillable\":\"1\"}}"));
    }

    @Test
    void refusesAnUpdateThatTheServiceDoesNotTake() {
        refusedUpdate("task", update -> update.task(TaskRef.of(account, "7")));
        refusedUpdate("task", TimeEntryUpdate.Builder::clearTask);
        refusedUpdate("project", TimeEntryUpdate.Builder::clearProject);
        refusedUpdate("activity", update -> update.activity(ActivityRef.of(account, "7")));
        refusedUpdate("activity", TimeEntryUpdate.Builder::clearActivity);
        refusedUpdate("workTime", update -> update.workTime(WorkTime.on(LocalDate.of(2024, 1, 1), Duration.ZERO)));
        refusedUpdate("tags", update -> update.tags(List.of("a,b")));
        refusedUpdate("note", update -> update.note("\udc00"));
        refusedUpdate("update", update -> update);
        assertThat(wire.requests()).isZero();
    }

    private void refusedUpdate(String field, UnaryOperator<TimeEntryUpdate.Builder> change) {
        TimeEntryUpdate update = change.apply(TimeEntryUpdate.builder()).build();
        assertThatThrownBy(() -> teamwork.update(TimeEntryId.of(account, "9"), update))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void deletesAnEntry() {
        wire.answers(OK);

        teamwork.delete(TimeEntryId.of(account, "9"));

        assertThat(wire.line()).isEqualTo("DELETE /time_entries/9.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "1/2", "..", "1234567890123456789", "1 "})
    void refusesAnIdThatIsNoNumber(String text) {
        TimeEntryId id = TimeEntryId.of(account, text);

        assertThatThrownBy(() -> teamwork.get(id)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> teamwork.delete(id)).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }

    @Test
    void refusesAnIdOfAnotherAccount() {
        TimeEntryId id = TimeEntryId.of(Account.of(TeamworkClient.SERVICE, "other.teamwork.com"), "1");

        assertThatThrownBy(() -> teamwork.get(id)).isInstanceOf(HourbridgeException.class);
        assertThat(wire.requests()).isZero();
    }
}
