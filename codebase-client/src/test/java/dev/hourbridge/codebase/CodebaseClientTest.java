package dev.hourbridge.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodebaseClientTest {
    private static final LocalDate DAY = LocalDate.parse("2009-09-05");

    private final Wire wire = new Wire("website", "app");
    private final CodebaseClient client = wire.client;
    private final Account account = client.account();

    @AfterEach
    void close() {
        wire.close();
    }

    private NewTimeEntry.Builder entry() {
        return NewTimeEntry.of(WorkTime.on(DAY, Duration.ofHours(3)))
                .project(ProjectRef.of(account, "website"))
                .note("Design");
    }

    @Test
    void theAccountIsTheCustomersAtTheHost() {
        assertThat(account.service()).isEqualTo(CodebaseClient.SERVICE);
        assertThat(account.name()).startsWith("acme@");
    }

    @Test
    void listsEveryProjectInTurnADayWiderAndCutsItHere() {
        String before = Wire.fixture("invented/list-one.xml").replace("2009-09-05", "2009-09-04");
        wire.answers(200, before);
        wire.answers(200, Wire.fixture("invented/list-one.xml"));
        List<TimeEntry> entries =
                client.list(TimeEntryQuery.between(DAY, DAY)).stream().toList();
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions?from=2009-09-04&to=2009-09-06");
        assertThat(wire.line()).isEqualTo("GET /app/time_sessions?from=2009-09-04&to=2009-09-06");
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(TimeEntryId.of(account, "app/1234"));
            assertThat(entry.workTime()).isEqualTo(WorkTime.on(DAY, Duration.ofHours(3)));
            assertThat(entry.person()).contains(PersonRef.of(account, "25"));
            assertThat(entry.project()).contains(ProjectRef.of(account, "app"));
            assertThat(entry.task()).contains(TaskRef.of(account, "app/88"));
            assertThat(entry.note()).isEqualTo("Fixed <b> & co.");
            assertThat(entry.billable()).isEqualTo(Billable.UNSPECIFIED);
        });
    }

    @Test
    void asksTheSecondProjectOnlyWhenTheWalkGetsThere() {
        wire.answers(200, Wire.fixture("invented/list-one.xml"));
        try (Stream<TimeEntry> stream = client.list(TimeEntryQuery.all()).stream()) {
            assertThat(stream.limit(1)).hasSize(1);
        }
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void filtersByPersonProjectAndTask() {
        wire.answers(200, Wire.fixture("invented/list-one.xml"));
        wire.answers(200, Wire.fixture("invented/list-one.xml"));
        TimeEntryQuery onTicket = TimeEntryQuery.builder()
                .person(PersonRef.of(account, "25"))
                .task(TaskRef.of(account, "app/88"))
                .build();
        assertThat(client.list(onTicket).stream()).hasSize(1);
        assertThat(wire.line()).isEqualTo("GET /app/time_sessions?user=25");
        TimeEntryQuery onAnother = TimeEntryQuery.builder()
                .project(ProjectRef.of(account, "app"))
                .task(TaskRef.of(account, "app/89"))
                .build();
        assertThat(client.list(onAnother).stream()).isEmpty();
        assertThat(wire.line()).isEqualTo("GET /app/time_sessions");
    }

    @Test
    void createsAndNamesTheProjectInTheId() {
        wire.answers(201, Wire.fixture("documented/session.xml"));
        NewTimeEntry entry = entry().person(PersonRef.of(account, "25"))
                .task(TaskRef.of(account, "website/88"))
                .build();
        assertThat(client.create(entry)).isEqualTo(TimeEntryId.of(account, "website/1234"));
        assertThat(Wire.body(wire.request()))
                .contains("<summary>Design</summary><minutes>180</minutes><session-date>2009-09-05</session-date>"
                        + "<user-id>25</user-id><ticket-id>88</ticket-id>");
    }

    @Test
    void aPreparedCreateSendsNothingBeforeItIsSent() {
        wire.answers(201, Wire.fixture("documented/session.xml"));
        PreparedCreate prepared = client.prepare(entry().build());
        assertThat(wire.requests()).isZero();
        assertThat(prepared.send()).isEqualTo(TimeEntryId.of(account, "website/1234"));
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void getsUpdatesAndDeletesByTheIdsProject() {
        TimeEntryId id = TimeEntryId.of(account, "website/1234");
        wire.answers(200, Wire.fixture("documented/session.xml"));
        assertThat(client.get(id).id()).isEqualTo(id);
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/1234");
        wire.answers(200, Wire.fixture("documented/session.xml"));
        wire.answersNothing(200);
        client.update(
                id,
                TimeEntryUpdate.builder()
                        .note("New")
                        .workTime(WorkTime.on(DAY, Duration.ofMinutes(5)))
                        .task(TaskRef.of(account, "website/9"))
                        .build());
        wire.request();
        assertThat(Wire.body(wire.request()))
                .contains("<summary>New</summary><minutes>5</minutes>", "<ticket-id>9</ticket-id>");
        wire.answersNothing(200);
        client.delete(id);
        assertThat(wire.line()).isEqualTo("DELETE /website/time_sessions/1234");
    }

    static Stream<Arguments> unfit() {
        Account elsewhere = Account.of(CodebaseClient.SERVICE, "other");
        OffsetDateTime start = OffsetDateTime.parse("2009-09-05T09:00:00Z");
        return Stream.of(
                unfit("project", e -> e.project(ProjectRef.of(elsewhere, "website"))),
                unfit("person", e -> e.person(PersonRef.of(elsewhere, "25"))),
                unfit("task", e -> e.task(TaskRef.of(elsewhere, "website/88"))),
                unfit("note", e -> e.note(" ")),
                unfit("billable", e -> e.billable(Billable.NO)),
                unfit("tags", e -> e.tags(List.of("x"))),
                unfit("activity", e -> e.activity(ActivityRef.of(elsewhere, "x"))),
                unfit("workTime", e -> e.workTime(WorkTime.from(start, Duration.ofHours(1)))),
                unfit("workTime", e -> e.workTime(WorkTime.on(DAY, Duration.ofSeconds(90)))));
    }

    private static Arguments unfit(String field, UnaryOperator<NewTimeEntry.Builder> change) {
        return Arguments.of(field, change);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatCodebaseCannotHoldIsRefusedByNameBeforeAnyRequest(
            String field, UnaryOperator<NewTimeEntry.Builder> change) {
        NewTimeEntry entry = change.apply(entry()).build();
        assertThatThrownBy(() -> client.create(entry))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
        assertThatThrownBy(() -> client.prepare(entry)).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }

    @Test
    void aTicketOrAMoveToAnotherProjectIsRefused() {
        assertThatThrownBy(() -> client.create(
                        entry().task(TaskRef.of(account, "app/88")).build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("task");
        assertThatThrownBy(() -> client.update(
                        TimeEntryId.of(account, "website/1"),
                        TimeEntryUpdate.builder()
                                .project(ProjectRef.of(account, "app"))
                                .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("project");
        assertThat(wire.requests()).isZero();
    }

    @Test
    void aClientWithoutProjectsNeedsOneInTheQuery() {
        try (Wire none = new Wire()) {
            assertThatThrownBy(() -> none.client.list(TimeEntryQuery.all()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("project");
        }
    }

    @Test
    void aBuilderNamesWhatIsMissingAndHidesWhatItHas() {
        assertThatThrownBy(() -> CodebaseClient.builder()
                        .account("acme")
                        .username("alice")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("apiKey"));
        assertThatThrownBy(() -> CodebaseClient.builder()
                        .account("acme/alice")
                        .username("alice")
                        .apiKey("k")
                        .build())
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("account"));
        assertThatThrownBy(() -> CodebaseClient.builder()
                        .baseUrl("http://example.com")
                        .account("acme")
                        .username("alice")
                        .apiKey("s3cr3t-key")
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("s3cr3t-key");
    }

    @Test
    void hasNoSums() {
        assertThat(client.total(TimeEntryQuery.all())).isEmpty();
    }
}
