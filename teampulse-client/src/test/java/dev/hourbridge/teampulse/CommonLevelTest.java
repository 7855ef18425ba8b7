package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** TeamPulse through the common model. */
final class CommonLevelTest {
    private static final LocalDate DAY = LocalDate.of(2013, 10, 2);

    static NewTimeEntry.Builder entry(Account account) {
        return NewTimeEntry.of(WorkTime.on(DAY, Duration.ofHours(6)))
                .person(PersonRef.of(account, "1"))
                .task(TaskRef.of(account, "10"))
                .activity(ActivityRef.of(account, "Billable"));
    }

    private static TimeEntryId id(Wire wire, String id) {
        return TimeEntryId.of(wire.client.account(), id);
    }

    @Test
    void readsAnEntryIntoTheCommonModel() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/get.json"))) {
            Account account = wire.client.account();
            TimeEntry entry = wire.client.get(id(wire, "1"));

            assertThat(entry.id()).isEqualTo(id(wire, "1"));
            assertThat(entry.workTime()).isEqualTo(WorkTime.on(DAY, Duration.ofHours(6)));
            assertThat(entry.person()).contains(PersonRef.of(account, "1"));
            assertThat(entry.task()).contains(TaskRef.of(account, "10"));
            assertThat(entry.project()).isEmpty();
            assertThat(entry.activity()).contains(ActivityRef.of(account, "Billable"));
            assertThat(entry.activityName()).contains("Billable");
            assertThat(entry.note()).isEqualTo("Api for time entries");
            assertThat(entry.billable()).isEqualTo(Billable.UNSPECIFIED);
            assertThat(entry.audit().createdAt()).contains(Instant.parse("2013-06-06T00:00:00Z"));
            assertThat(entry.audit().createdBy()).contains("Paul Smith");
            assertThat(entry.audit().updatedAt()).contains(Instant.parse("2013-10-09T13:57:28.33Z"));
            assertThat(entry.audit().updatedBy()).contains("Paul Smith");
            assertThat(entry.extras()).containsExactly(java.util.Map.entry("week", "40"));
        }
    }

    @Test
    void readsAnEntryOfWhichOnlyDayAndHoursAreKnown() {
        String json = "{\"id\":1,\"date\":\"2013-10-02\",\"hours\":0.0,\"type\":null,\"note\":null,\"createdBy\":null,"
                + "\"createdAt\":null,\"week\":null,\"projectName\":\"Apollo\"}";
        try (Wire wire = new Wire().answers(json)) {
            TimeEntry entry = wire.client.get(id(wire, "1"));
            assertThat(entry.workTime()).isEqualTo(WorkTime.on(DAY, Duration.ZERO));
            assertThat(entry.person()).isEmpty();
            assertThat(entry.task()).isEmpty();
            assertThat(entry.activity()).isEmpty();
            assertThat(entry.note()).isEmpty();
            assertThat(entry.extras()).containsExactly(java.util.Map.entry("projectName", "Apollo"));
        }
    }

    @Test
    void createsAndGivesTheId() {
        try (Wire wire = new Wire().answers(201, Wire.fixture("documented/create-response.json"))) {
            TimeEntryId id = wire.client.create(
                    entry(wire.client.account()).note("Api for time entries").build());

            assertThat(id).isEqualTo(id(wire, "1"));
            assertThat(Wire.json(Wire.text(wire.request())))
                    .isEqualTo(Wire.json(Wire.fixture("documented/create-request-repaired.json")));
        }
    }

    @Test
    void takesTheIdWhateverElseTheAnswerSays() {
        try (Wire wire =
                new Wire().answers(201, "{\"id\":\"7\",\"date\":\"/Date(1380672000000)/\",\"hours\":\"six\"}")) {
            assertThat(wire.client.create(entry(wire.client.account()).build()).id())
                    .isEqualTo("7");
        }
    }

    @Test
    void takesTheIdFromTheLocationOfAnEmptyAnswer() {
        try (Wire wire = new Wire().answersNothing(201, "Location: http://tp/TeamPulse/api/v1/timeentries/77")) {
            assertThat(wire.client.create(entry(wire.client.account()).build()).id())
                    .isEqualTo("77");
        }
    }

    @Test
    void saysThatAnEntryWithoutAnIdWasTaken() {
        for (String body : List.of("{}", "{\"id\":0}", "{\"id\":null}", "{\"id\":\"x\"}", "7", "")) {
            try (Wire wire = new Wire().answers(201, body)) {
                assertThatThrownBy(() ->
                                wire.client.create(entry(wire.client.account()).build()))
                        .isInstanceOfSatisfying(
                                MalformedResponseException.class,
                                e -> assertThat(e.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID));
            }
        }
    }

    static Stream<Arguments> refusedCreates() {
        return Stream.of(
                refused(
                        "person",
                        (e, a) -> NewTimeEntry.of(WorkTime.on(DAY, Duration.ZERO))
                                .task(TaskRef.of(a, "10"))
                                .activity(ActivityRef.of(a, "x"))),
                refused(
                        "task",
                        (e, a) -> NewTimeEntry.of(WorkTime.on(DAY, Duration.ZERO))
                                .person(PersonRef.of(a, "1"))
                                .activity(ActivityRef.of(a, "x"))),
                refused(
                        "activity",
                        (e, a) -> NewTimeEntry.of(WorkTime.on(DAY, Duration.ZERO))
                                .person(PersonRef.of(a, "1"))
                                .task(TaskRef.of(a, "10"))),
                refused("project", (e, a) -> e.project(ProjectRef.of(a, "1"))),
                refused("billable", (e, a) -> e.billable(Billable.YES)),
                refused("billable", (e, a) -> e.billable(Billable.NO)),
                refused("tags", (e, a) -> e.tags(List.of("x"))),
                refused("note", (e, a) -> e.note("x".repeat(129))),
                refused("note", (e, a) -> e.note("x".repeat(127) + "😀")),
                refused("note", (e, a) -> e.note("\ud83d")),
                refused("duration", (e, a) -> e.workTime(WorkTime.on(DAY, Duration.ofMillis(500)))),
                refused("date", (e, a) -> e.workTime(WorkTime.on(LocalDate.of(10_000, 1, 1), Duration.ZERO))),
                refused(
                        "workTime",
                        (e, a) -> e.workTime(
                                WorkTime.from(OffsetDateTime.parse("2013-10-02T09:00:00+02:00"), Duration.ofHours(1)))),
                refused("person", (e, a) -> e.person(PersonRef.of(Account.of(a.service(), "other"), "1"))),
                refused("task", (e, a) -> e.task(TaskRef.of(Account.of(a.service(), "other"), "1"))),
                refused("activity", (e, a) -> e.activity(ActivityRef.of(Account.of(a.service(), "other"), "x"))),
                refused("person", (e, a) -> e.person(PersonRef.of(a, "paul"))),
                refused("task", (e, a) -> e.task(TaskRef.of(a, "-1"))),
                refused("task", (e, a) -> e.task(TaskRef.of(a, "10/../11"))));
    }

    private static Arguments refused(
            String field, BiFunction<NewTimeEntry.Builder, Account, NewTimeEntry.Builder> change) {
        return Arguments.of(field, change);
    }

    @ParameterizedTest
    @MethodSource("refusedCreates")
    void refusesBeforeAnyRequestWhatWouldBeLost(
            String field, BiFunction<NewTimeEntry.Builder, Account, NewTimeEntry.Builder> change) {
        try (Wire wire = new Wire()) {
            Account account = wire.client.account();
            NewTimeEntry refused = change.apply(entry(account), account).build();
            assertThatThrownBy(() -> wire.client.create(refused))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.field()).isEqualTo(field));
            assertThatThrownBy(() -> wire.client.prepare(refused)).isInstanceOf(InvalidInputException.class);
            assertThat(wire.requests()).isZero();
        }
    }

    @Test
    void takesANoteAsLongAsMayBe() {
        try (Wire wire = new Wire().answers(201, Wire.entry(5))) {
            String note = "x".repeat(126) + "😀";
            wire.client.create(entry(wire.client.account()).note(note).build());
            assertThat(Wire.json(Wire.text(wire.request())).path("note").asText())
                    .isEqualTo(note);
        }
    }

    @Test
    void updatesWhatIsSetAndNothingElse() {
        try (Wire wire = new Wire().answersNothing(200)) {
            wire.client.update(
                    id(wire, "4"),
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.on(LocalDate.of(2013, 10, 3), Duration.ofMinutes(20)))
                            .activity(ActivityRef.of(wire.client.account(), "Travel"))
                            .clearNote()
                            .build());
            RecordedRequest request = wire.request();
            assertThat(request.getMethod() + " " + request.getTarget())
                    .isEqualTo("PUT /TeamPulse/api/v1/timeentries/4");
            assertThat(Wire.text(request))
                    .isEqualTo("{\"date\":\"2013-10-03\",\"hours\":0.333333,\"type\":\"Travel\",\"note\":\"\"}");
        }
    }

    @Test
    void refusesUpdatesOfWhatCannotBeChanged() {
        try (Wire wire = new Wire()) {
            Account account = wire.client.account();
            List<TimeEntryUpdate.Builder> refused = List.of(
                    TimeEntryUpdate.builder(),
                    TimeEntryUpdate.builder().person(PersonRef.of(account, "1")),
                    TimeEntryUpdate.builder().task(TaskRef.of(account, "1")),
                    TimeEntryUpdate.builder().clearTask(),
                    TimeEntryUpdate.builder().project(ProjectRef.of(account, "1")),
                    TimeEntryUpdate.builder().clearProject(),
                    TimeEntryUpdate.builder().clearActivity(),
                    TimeEntryUpdate.builder().billable(Billable.NO),
                    TimeEntryUpdate.builder().tags(List.of("x")),
                    TimeEntryUpdate.builder().note("x".repeat(129)));
            for (TimeEntryUpdate.Builder update : refused) {
                assertThatThrownBy(() -> wire.client.update(id(wire, "4"), update.build()))
                        .isInstanceOf(InvalidInputException.class);
            }
            assertThat(wire.requests()).isZero();
        }
    }

    @Test
    void deletesAndSaysSoIfThereIsNone() {
        try (Wire wire = new Wire().answersNothing(200).answers(404, "{}")) {
            wire.client.delete(id(wire, "4"));
            assertThatThrownBy(() -> wire.client.delete(id(wire, "4"))).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void asksForDaysADayWiderAndCuts() {
        try (Wire wire = new Wire()
                .answers("{\"results\":[" + row(1, "2013-09-30", 1) + "," + row(2, "2013-10-01", 1) + ","
                        + row(3, "2013-10-31", 1) + "," + row(4, "2013-11-01", 1) + "," + row(5, "2013-10-15", 2)
                        + "]}")
                .answersEntries()) {
            TimeEntryQuery query =
                    TimeEntryQuery.between(LocalDate.of(2013, 10, 1), LocalDate.of(2013, 10, 31)).toBuilder()
                            .person(PersonRef.of(wire.client.account(), "1"))
                            .build();

            assertThat(wire.client.list(query))
                    .extracting(entry -> entry.id().id())
                    .containsExactly("2", "3");
            assertThat(wire.parameter("$filter"))
                    .isEqualTo("date gt datetime'2013-09-29' and date lt datetime'2013-11-02' and userId eq 1");
        }
    }

    private static String row(int id, String date, int user) {
        return "{\"id\":" + id + ",\"date\":\"" + date + "\",\"hours\":1,\"userId\":" + user + ",\"taskId\":10}";
    }

    @Test
    void asksForATaskByItsOwnList() {
        try (Wire wire = new Wire().answersEntries(1).answersEntries()) {
            TimeEntryQuery query = TimeEntryQuery.builder()
                    .task(TaskRef.of(wire.client.account(), "10"))
                    .build();
            assertThat(wire.client.list(query)).hasSize(1);
            RecordedRequest request = wire.request();
            assertThat(request.getUrl().encodedPath()).isEqualTo("/TeamPulse/api/v1/tasks/10/timeentries");
            assertThat(request.getUrl().queryParameter("$filter")).isNull();
        }
    }

    @Test
    void takesDaysThatNoFilterCanName() {
        try (Wire wire =
                new Wire().answersEntries(1).answersEntries().answersEntries(1).answersEntries()) {
            assertThat(wire.client.list(TimeEntryQuery.between(LocalDate.MIN, LocalDate.MAX)))
                    .hasSize(1);
            assertThat(wire.request().getUrl().queryParameter("$filter")).isNull();
            wire.request();
            assertThat(wire.client.list(TimeEntryQuery.between(LocalDate.of(10_000, 1, 1), LocalDate.MAX)))
                    .isEmpty();
        }
    }

    @Test
    void refusesQueriesThatCannotBeAnswered() {
        try (Wire wire = new Wire()) {
            Account account = wire.client.account();
            Account other = Account.of(TeamPulseClient.SERVICE, "other");
            List<TimeEntryQuery> queries = List.of(
                    TimeEntryQuery.builder()
                            .project(ProjectRef.of(account, "1"))
                            .build(),
                    TimeEntryQuery.builder().person(PersonRef.of(other, "1")).build(),
                    TimeEntryQuery.builder().task(TaskRef.of(other, "1")).build(),
                    TimeEntryQuery.builder().person(PersonRef.of(account, "x")).build());
            for (TimeEntryQuery query : queries) {
                assertThatThrownBy(() -> wire.client.list(query)).isInstanceOf(InvalidInputException.class);
            }
            assertThatThrownBy(() -> wire.client.get(TimeEntryId.of(other, "1")))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> wire.client.delete(id(wire, "0"))).isInstanceOf(InvalidInputException.class);
            assertThat(wire.requests()).isZero();
        }
    }

    @Test
    void bringsEveryMinuteOfADayThroughAWriteAndARead() {
        try (Wire wire = new Wire()) {
            TeamPulseEntryWriter writing = new TeamPulseEntryWriter(wire.client.account());
            for (int minute = 0; minute < 1_440; minute++) {
                Duration duration = Duration.ofMinutes(minute);
                NewTimeEntry entry = entry(wire.client.account())
                        .workTime(WorkTime.on(DAY, duration))
                        .build();
                assertThat(Hours.duration(writing.create(entry).hours())).isEqualTo(duration);
            }
        }
    }

    /** The zone of the stamps is not documented. An entry that was never changed has a stamp of its creation only. */
    @Test
    void requestsOneDayMoreOfUpdatesAndFiltersThem() {
        try (Wire wire = new Wire().answers("{\"totalResults\":0,\"results\":[]}")) {
            TimeEntryQuery query = TimeEntryQuery.builder()
                    .firstDay(LocalDate.of(2024, 1, 12))
                    .updatedSince(Instant.parse("2024-01-15T10:20:30Z"))
                    .build();

            assertThat(wire.client.list(query)).isEmpty();

            assertThat(wire.parameter("$filter"))
                    .isEqualTo("date gt datetime'2024-01-10' and (createdAt gt datetime'2024-01-14T10:20:30'"
                            + " or lastModifiedAt gt datetime'2024-01-14T10:20:30')");
        }
    }
}
