package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.EMPTY;
import static dev.hourbridge.teamwork.Payloads.entry;
import static dev.hourbridge.teamwork.Payloads.one;
import static dev.hourbridge.teamwork.Payloads.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
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

class CommonReadTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);

    private final Wire wire = new Wire();
    private final TeamworkClient teamwork = wire.client;
    private final Account account = teamwork.account();

    @AfterEach
    void close() {
        wire.close();
    }

    private TimeEntry get(String json) {
        wire.answers(one(json));
        return teamwork.get(TimeEntryId.of(account, "1"));
    }

    private List<String> ids(TimeEntryQuery query) {
        return teamwork.list(query).stream().map(entry -> entry.id().id()).toList();
    }

    @Test
    void readsARecordedEntryWhole() {
        wire.answers(Wire.fixture("recorded/list.json"), "X-Pages: 1");

        TimeEntry entry = teamwork.list(TimeEntryQuery.all()).iterator().next();

        assertThat(entry.toBuilder().extras(java.util.Map.of()).build())
                .isEqualTo(TimeEntry.builder()
                        .id(TimeEntryId.of(account, "17249630"))
                        .workTime(WorkTime.from(
                                OffsetDateTime.parse("2024-12-21T00:00:00-05:00"), Duration.ofMinutes(1000)))
                        .person(PersonRef.of(account, "999"))
                        .personName("Demo User")
                        .project(ProjectRef.of(account, "967518"))
                        .projectName("Invented project")
                        .task(TaskRef.of(account, "43119773"))
                        .taskName("Invented task")
                        .client(ClientRef.of(account, "47"))
                        .clientName("Invented company")
                        .billable(Billable.NO)
                        .audit(Audit.builder()
                                .createdAt(Instant.parse("2024-12-23T20:33:45Z"))
                                .updatedAt(Instant.parse("2024-12-23T20:33:45Z"))
                                .build())
                        .build());
        assertThat(entry.extras())
                .containsEntry("project-status", "active")
                .containsEntry("todo-list-id", "3492444")
                .containsEntry("hoursDecimal", "16.67")
                .containsEntry("canEdit", "true")
                .doesNotContainKey("ticket-id");
    }

    @ParameterizedTest
    @CsvSource({
        // with the caller's clock, the offset is the difference
        "2024-12-21T05:00:00Z, 2024-12-21T00:00:00Z, 2024-12-21T00:00:00-05:00",
        "2024-07-01T15:42:00Z, 2024-07-01T11:42:00Z, 2024-07-01T11:42:00-04:00",
        "2024-01-02T00:40:00Z, 2024-01-01T19:40:00Z, 2024-01-01T19:40:00-05:00",
        "2024-07-01T12:00:00Z, 2024-07-01T17:45:00Z, 2024-07-01T17:45:00+05:45",
        // in an hour that comes twice
        "2024-11-03T05:30:00Z, 2024-11-03T01:30:00Z, 2024-11-03T01:30:00-04:00",
        "2024-11-03T06:30:00Z, 2024-11-03T01:30:00Z, 2024-11-03T01:30:00-05:00",
        // without it, the account's zone has it
        "2024-11-03T05:30:00Z, '',                   2024-11-03T01:30:00-04:00",
        "2024-11-03T06:30:00Z, '',                   2024-11-03T01:30:00-05:00",
        "2024-03-10T07:00:00Z, '',                   2024-03-10T03:00:00-04:00",
        "2024-03-10T06:59:00Z, '',                   2024-03-10T01:59:00-05:00",
        // a difference that no clock can have says nothing
        "2024-07-01T12:00:00Z, 2024-07-02T12:00:00Z, 2024-07-01T08:00:00-04:00",
        "2024-07-01T12:00:30Z, 2024-07-01T08:00:00Z, 2024-07-01T08:00:30-04:00"
    })
    void readsTheStartOnTheCallersClock(String date, String clock, OffsetDateTime start) {
        TimeEntry entry = get(entry(1, date, "\"has-start-time\":\"1\",\"dateUserPerspective\":\"" + clock + "\""));

        assertThat(entry.workTime()).isEqualTo(WorkTime.from(start, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T00:40:00Z, 2024-01-01T19:40:00Z, 2024-01-01",
        "2024-01-02T00:40:00Z, '',                   2024-01-01",
        "2024-01-02T05:00:00Z, '',                   2024-01-02",
        "2024-01-01T18:00:00Z, 2024-01-02T08:00:00Z, 2024-01-02"
    })
    void readsADayWithoutAStartAsTheCallerSeesIt(String date, String clock, LocalDate day) {
        TimeEntry entry = get(entry(1, date, "\"has-start-time\":\"0\",\"dateUserPerspective\":\"" + clock + "\""));

        assertThat(entry.workTime()).isEqualTo(WorkTime.on(day, Duration.ofHours(1)));
    }

    @Test
    void measuresElapsedTimeAcrossAClockChange() {
        TimeEntry entry =
                get("{\"id\":1,\"date\":\"2024-03-10T06:30:00Z\",\"has-start-time\":\"1\",\"hours\":2,\"minutes\":90}");

        assertThat(entry.workTime().duration()).isEqualTo(Duration.ofMinutes(210));
        assertThat(entry.workTime().localDate()).isEqualTo(LocalDate.of(2024, 3, 10));
    }

    @Test
    void readsInvoices() {
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"invoiceNo\":\"INV-7\",\"isbilled\":\"1\""))
                        .invoice())
                .contains(Invoice.numbered("INV-7"));
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"invoiceNo\":\"\",\"isbilled\":\"1\""))
                        .invoice())
                .contains(Invoice.unnumbered());
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"invoiceNo\":\"\",\"isbilled\":\"0\""))
                        .invoice())
                .isEmpty();
    }

    @Test
    void neverTakesSilenceForNotBillable() {
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"isbillable\":\"\"")).billable())
                .isEqualTo(Billable.UNSPECIFIED);
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"isbillable\":1")).billable())
                .isEqualTo(Billable.YES);
    }

    @Test
    void keepsWhatItDoesNotKnowAmongTheExtras() {
        assertThat(get(entry(1, "2024-01-01T00:00:00Z", "\"brandNew\":{\"a\":1}"))
                        .extras())
                .containsExactly(java.util.Map.entry("brandNew", "{\"a\":1}"));
    }

    @Test
    void listsAllProjectsArchivedOnesToo() {
        wire.answers(EMPTY);

        assertThat(ids(TimeEntryQuery.all())).isEmpty();

        assertThat(wire.line())
                .isEqualTo("GET /time_entries.json?sortby=date&sortorder=ASC&pageSize=500&projectType=all&page=1");
    }

    @Test
    void asksADayWiderAndCutsToTheLocalDate() {
        wire.answers(
                page(
                        entry(1, "2024-01-15T04:59:00Z", "\"has-start-time\":\"1\""),
                        entry(2, "2024-01-15T05:00:00Z", "\"has-start-time\":\"1\""),
                        entry(3, "2024-01-16T04:59:00Z", "\"has-start-time\":\"1\""),
                        entry(4, "2024-01-16T05:00:00Z", "\"has-start-time\":\"1\""),
                        entry(5, "2024-01-15T10:00:00Z", "\"dateUserPerspective\":\"2024-01-16T00:00:00Z\""),
                        entry(6, "2024-01-16T10:00:00Z", "\"dateUserPerspective\":\"2024-01-15T22:00:00Z\"")),
                "X-Pages: 1");

        assertThat(ids(TimeEntryQuery.between(DAY, DAY))).containsExactly("2", "3", "6");

        assertThat(wire.line()).startsWith("GET /time_entries.json?fromdate=20240114&todate=20240116&");
    }

    @Test
    void asksForAPersonAndAProject() {
        wire.answers(
                page(
                        "{\"id\":1,\"date\":\"2024-01-15T12:00:00Z\",\"hours\":1,\"minutes\":0,\"project-id\":5,\"person-id\":6}",
                        "{\"id\":2,\"date\":\"2024-01-15T12:00:00Z\",\"hours\":1,\"minutes\":0,\"project-id\":5,\"person-id\":7}"),
                "X-Pages: 1");

        assertThat(ids(TimeEntryQuery.builder()
                        .person(PersonRef.of(account, "6"))
                        .project(ProjectRef.of(account, "5"))
                        .firstDay(DAY)
                        .build()))
                .containsExactly("1");

        assertThat(wire.line())
                .isEqualTo("GET /projects/5/time_entries.json?fromdate=20240114&sortby=date&sortorder=ASC&userId=6"
                        + "&pageSize=500&page=1");
    }

    @Test
    void cutsATasksListToEveryCondition() {
        wire.answers(
                page(
                        entry(1, "2024-01-15T12:00:00Z", "\"todo-item-id\":\"7\""),
                        entry(2, "2024-01-17T12:00:00Z", "\"todo-item-id\":\"7\""),
                        entry(3, "2024-01-15T12:00:00Z", "\"todo-item-id\":\"8\""),
                        "{\"id\":4,\"date\":\"2024-01-15T12:00:00Z\",\"hours\":1,\"minutes\":0,\"project-id\":5,\"person-id\":7,\"todo-item-id\":7}",
                        "{\"id\":5,\"date\":\"2024-01-15T12:00:00Z\",\"hours\":1,\"minutes\":0,\"project-id\":6,\"person-id\":6,\"todo-item-id\":7}"));

        assertThat(ids(TimeEntryQuery.builder()
                        .person(PersonRef.of(account, "6"))
                        .project(ProjectRef.of(account, "5"))
                        .task(TaskRef.of(account, "7"))
                        .firstDay(DAY)
                        .lastDay(DAY)
                        .build()))
                .containsExactly("1");

        assertThat(wire.line()).isEqualTo("GET /todo_items/7/time_entries.json");
    }

    @Test
    void leavesOutABoundThatTheWireCannotSay() {
        wire.answers(EMPTY);

        ids(TimeEntryQuery.between(LocalDate.MIN, LocalDate.MAX));

        assertThat(wire.line()).doesNotContain("fromdate").doesNotContain("todate");
    }

    /** Whether a list without the condition has them is not documented. */
    @Test
    void looksForTheFirstDayOfALongListInArchivedProjectsToo() {
        wire.answers(page(1), "X-Pages: 121", "X-Records: 60001")
                .answers(page(1))
                .answers(page(1), "X-Pages: 1", "X-Records: 1")
                .answers(EMPTY, "X-Pages: 1", "X-Records: 0");

        assertThat(ids(TimeEntryQuery.all())).containsExactly("1");

        assertThat(wire.line()).doesNotContain("pageSize=1&");
        assertThat(wire.line()).contains("pageSize=1&").contains("projectType=all");
    }

    @Test
    void asksForNoMoreThanTheFirstAndLastDayOfTheWire() {
        wire.answers(EMPTY).answers(EMPTY);

        ids(TimeEntryQuery.between(LocalDate.MIN, LocalDate.of(-5, 1, 1)));
        ids(TimeEntryQuery.between(LocalDate.of(10_000, 1, 1), LocalDate.MAX));

        assertThat(wire.line()).contains("todate=00010101").doesNotContain("fromdate");
        assertThat(wire.line()).contains("fromdate=99991231").doesNotContain("todate");
    }

    @Test
    void refusesReferencesOfAnotherAccount() {
        Account other = Account.of(TeamworkClient.SERVICE, "other.teamwork.com");

        for (TimeEntryQuery query : List.of(
                TimeEntryQuery.builder().person(PersonRef.of(other, "6")).build(),
                TimeEntryQuery.builder().project(ProjectRef.of(other, "6")).build(),
                TimeEntryQuery.builder().task(TaskRef.of(other, "6")).build(),
                TimeEntryQuery.builder()
                        .task(TaskRef.of(account, "6"))
                        .person(PersonRef.of(other, "6"))
                        .build(),
                TimeEntryQuery.builder().person(PersonRef.of(account, "me")).build())) {
            assertThatThrownBy(() -> teamwork.list(query)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> teamwork.total(query)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(wire.requests()).isZero();
    }

    @Test
    void countsByTheHeaderOfOnePageOfOneEntry() {
        wire.answers(page(1), "X-Pages: 7", "X-Records: 7")
                .answers(page(1), "X-Records: 3")
                .answers(page(1));
        TimeEntryQuery january = TimeEntryQuery.between(DAY, DAY.plusDays(1));

        assertThat(teamwork.count(january)).hasValue(7);
        assertThat(teamwork.count(
                        TimeEntryQuery.builder().task(teamwork.task("7")).build()))
                .hasValue(3);
        assertThat(teamwork.count(TimeEntryQuery.all())).as("no header").isEmpty();

        assertThat(wire.line())
                .isEqualTo("GET /time_entries.json?fromdate=20240115&todate=20240116&sortby=date&sortorder=ASC"
                        + "&pageSize=1&projectType=all&page=1");
        assertThat(wire.line()).isEqualTo("GET /todo_items/7/time_entries.json");
    }

    @Test
    void countsNoTaskByDaysOrPersons() {
        TimeEntryQuery.Builder task = TimeEntryQuery.builder().task(teamwork.task("7"));

        assertThat(teamwork.count(task.firstDay(DAY).build())).isEmpty();

        assertThat(wire.requests()).isZero();
    }

    /** The zone of the parameter is not documented. */
    @Test
    void requestsOneDayMoreOfUpdatesAndFiltersThem() {
        wire.answers(EMPTY).answers(EMPTY).answers(EMPTY);

        for (Instant since : List.of(Instant.parse("2024-01-15T10:20:30.5Z"), Instant.MIN, Instant.MAX)) {
            ids(TimeEntryQuery.builder().updatedSince(since).build());
        }

        assertThat(wire.line()).contains("updatedAfterDate=20240114102030");
        assertThat(wire.line()).doesNotContain("updatedAfterDate");
        assertThat(wire.line()).contains("updatedAfterDate=99991230000000");
    }

    @Test
    void sumsByTheServicesOwnTotal() {
        wire.answers(Wire.fixture("documented/total-account.json"))
                .answers(Wire.fixture("documented/total-project.json"))
                .answers(Wire.fixture("documented/total-task.json"))
                .answers("{\"projects\":[]}");
        TimeEntryQuery january = TimeEntryQuery.between(DAY, DAY.plusDays(1));

        assertThat(teamwork.total(january)).contains(Duration.ofMinutes(25));
        assertThat(teamwork.total(january.toBuilder()
                        .project(ProjectRef.of(account, "1049"))
                        .person(PersonRef.of(account, "6"))
                        .build()))
                .contains(Duration.ofMinutes(754));
        TimeEntryQuery ofTask =
                TimeEntryQuery.builder().task(TaskRef.of(account, "7641")).build();
        assertThat(teamwork.total(ofTask)).contains(Duration.ofMinutes(25));
        assertThat(teamwork.total(ofTask)).as("no project in the answer").isEmpty();

        assertThat(wire.line()).isEqualTo("GET /time/total.json?fromDate=20240115&toDate=20240116&projectType=all");
        assertThat(wire.line())
                .isEqualTo(
                        "GET /projects/1049/time/total.json?userId=6&fromDate=20240115&toDate=20240116&projectType=all");
        assertThat(wire.line()).isEqualTo("GET /tasks/7641/time/total.json?projectType=all");
    }

    @Test
    void hasNoTotalOfATaskThatIsNotInTheProject() {
        wire.answers(Wire.fixture("documented/total-task.json")).answers(Wire.fixture("documented/total-task.json"));
        TimeEntryQuery.Builder query = TimeEntryQuery.builder().task(TaskRef.of(account, "7641"));

        assertThat(teamwork.total(query.project(ProjectRef.of(account, "1")).build()))
                .isEmpty();
        assertThat(teamwork.total(query.project(ProjectRef.of(account, "1049")).build()))
                .contains(Duration.ofMinutes(25));
    }
}
