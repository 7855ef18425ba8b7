package dev.hourbridge.teampulse;

import static dev.hourbridge.teampulse.TimeEntryFields.DATE;
import static dev.hourbridge.teampulse.TimeEntryFields.ID;
import static dev.hourbridge.teampulse.TimeEntryFields.NOTE;
import static dev.hourbridge.teampulse.TimeEntryFields.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole round trips against a TeamPulse that was written from the same documents by somebody else. */
final class SimulatorTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static TeamPulseClient client(TeamPulseSimulator simulator) {
        return builder(simulator).build();
    }

    private static TeamPulseClient.Builder builder(TeamPulseSimulator simulator) {
        ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
        return TeamPulseClient.builder()
                .baseUrl(simulator.url().toString())
                .login(simulator.username(), simulator.password())
                .http(HttpOptions.builder().clock(clock).sleeper(clock::sleep).build());
    }

    private static NewTimeEntry.Builder entry(TeamPulseClient client) {
        return NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(95)))
                .person(PersonRef.of(client.account(), "1"))
                .task(TaskRef.of(client.account(), "10"))
                .activity(ActivityRef.of(client.account(), "Billable"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void createsReadsUpdatesAndDeletes(boolean floatNoise) {
        try (TeamPulseSimulator simulator =
                        TeamPulseSimulator.builder().floatNoise(floatNoise).start();
                TeamPulseClient client = client(simulator)) {
            TimeEntryId id =
                    client.create(entry(client).note("Ünïcode 😀 & <b>").build());
            TimeEntry read = client.get(id);
            assertThat(read.workTime()).isEqualTo(WorkTime.on(DAY, Duration.ofMinutes(95)));
            assertThat(read.note()).isEqualTo("Ünïcode 😀 & <b>");
            assertThat(read.person()).contains(PersonRef.of(client.account(), "1"));
            assertThat(read.task()).contains(TaskRef.of(client.account(), "10"));
            assertThat(read.activityName()).contains("Billable");
            assertThat(simulator.requests().count("create")).isEqualTo(1);

            client.update(
                    id,
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.on(DAY.plusDays(1), Duration.ofSeconds(3_601)))
                            .activity(ActivityRef.of(client.account(), "Non-Billable"))
                            .clearNote()
                            .build());
            TimeEntry changed = client.get(id);
            assertThat(changed.workTime()).isEqualTo(WorkTime.on(DAY.plusDays(1), Duration.ofSeconds(3_601)));
            assertThat(changed.activityName()).contains("Non-Billable");
            assertThat(changed.note()).isEmpty();

            client.delete(id);
            assertThat(simulator.entries()).isEmpty();
            assertThatThrownBy(() -> client.get(id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> client.delete(id)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listsEveryEntryOnceWhateverTheTotalMeans(boolean totalOfPage) {
        try (TeamPulseSimulator simulator =
                        TeamPulseSimulator.builder().totalOfPage(totalOfPage).start();
                TeamPulseClient client = client(simulator)) {
            simulator.seed(42, 351);
            assertThat(client.timeEntries().list(ODataQuery.all()))
                    .extracting(TeamPulseEntry::id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 351).boxed().toList());
            assertThat(client.list(TimeEntryQuery.all())).hasSize(351);
        }
    }

    @Test
    void listsByDaysPersonAndTaskExactly() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            simulator.seed(7, 400);
            LocalDate first = LocalDate.of(2024, 2, 1);
            LocalDate last = LocalDate.of(2024, 4, 30);
            for (long task : new long[] {10, 11, 20}) {
                TimeEntryQuery query = TimeEntryQuery.between(first, last).toBuilder()
                        .person(PersonRef.of(client.account(), "2"))
                        .task(TaskRef.of(client.account(), Long.toString(task)))
                        .build();
                List<String> expected = simulator.entries().stream()
                        .filter(entry -> entry.taskId() == task && entry.userId() == 2)
                        .filter(entry ->
                                !entry.date().isBefore(first) && !entry.date().isAfter(last))
                        .map(entry -> Long.toString(entry.id()))
                        .toList();
                assertThat(expected).isNotEmpty();
                assertThat(client.list(query))
                        .extracting(entry -> entry.id().id())
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void filtersAndOrdersAsOData() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = builder(simulator).strictDates(true).build()) {
            simulator.seed(3, 200);
            LocalDate from = LocalDate.of(2024, 6, 1);
            ODataFilter filter = DATE.ge(from)
                    .and(USER_ID.eq(1L).or(ODataFilter.substringOf("a", NOTE)))
                    .and(NOTE.isNull().not());
            List<Long> expected = simulator.entries().stream()
                    .filter(entry ->
                            !entry.date().isBefore(from) && entry.note().isPresent())
                    .filter(entry ->
                            entry.userId() == 1 || entry.note().orElseThrow().contains("a"))
                    .map(dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry::id)
                    .toList();
            assertThat(expected).isNotEmpty();
            assertThat(client.timeEntries().list(ODataQuery.where(filter)))
                    .extracting(TeamPulseEntry::id)
                    .containsExactlyElementsOf(expected);

            ODataQuery newest = ODataQuery.builder().orderBy(ID.desc()).top(3).build();
            assertThat(client.timeEntries().list(newest))
                    .extracting(TeamPulseEntry::id)
                    .containsExactly(200L, 199L, 198L);
        }
    }

    @Test
    void asksForALongListInPartsThatTheServiceTakes() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            simulator.seed(3, 150);
            List<Long> ids = LongStream.rangeClosed(41, 120).boxed().toList();
            assertThat(client.timeEntries().list(ODataQuery.where(ID.in(ids).and(DATE.ge(LocalDate.of(2024, 1, 1))))))
                    .extracting(TeamPulseEntry::id)
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void listsWorkTypes() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            assertThat(client.workTypes().list(2, ODataQuery.all()))
                    .extracting(WorkType::name)
                    .containsExactly("Billable", "Non-Billable", "Travel & more");
        }
    }

    @Test
    void saysWhatTheServiceSays() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            assertThatThrownBy(() -> client.create(entry(client)
                            .activity(ActivityRef.of(client.account(), "Nonsense"))
                            .build()))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.errors())
                                    .singleElement()
                                    .asString()
                                    .contains("work type"));
            assertThatThrownBy(() -> client.timeEntries().page(ODataQuery.where(ODataFilter.raw("date nonsense"))))
                    .isInstanceOf(RejectedException.class);
            assertThatThrownBy(() -> client.timeEntries()
                            .create(NewTeamPulseEntry.builder()
                                    .date(DAY)
                                    .duration(Duration.ofHours(1))
                                    .type("Billable")
                                    .userId(1)
                                    .taskId(10)
                                    .note("x".repeat(129))
                                    .build()))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.errors())
                                    .singleElement()
                                    .asString()
                                    .contains("128"));
        }
    }

    @ParameterizedTest
    @EnumSource(TokenForm.class)
    void speaksEachFormOfTokens(TokenForm form) {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.builder()
                        .tokenForm(TeamPulseSimulator.TokenForm.valueOf(form.name()))
                        .quotedClientId(form == TokenForm.QUOTED)
                        .requestsPerToken(2)
                        .start();
                TeamPulseClient client = builder(simulator).tokenForm(form).build()) {
            for (int i = 0; i < 5; i++) {
                client.create(entry(client).note("entry " + i).build());
            }
            assertThat(simulator.entries()).hasSize(5);
            assertThat(simulator.requests().count("token")).isEqualTo(3);
        }
    }

    @Test
    void goesOnWhenTokensEnd() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            client.create(entry(client).build());
            simulator.expireTokens();
            client.create(entry(client).build());
            simulator.expireTokens();
            simulator.revokeRefreshTokens();
            client.create(entry(client).build());
            assertThat(simulator.entries()).hasSize(3);
        }
    }

    @Test
    void sendsOnePostWhenTheAnswerIsLost() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            assertThat(client.list(TimeEntryQuery.all())).isEmpty();
            for (Fault fault : List.of(
                    Fault.lostResponse(), Fault.dropped(), Fault.reset(), Fault.truncated(), Fault.status(503))) {
                simulator.requests().clear();
                simulator.faults().next(Requests.operation("create"), fault);
                assertThatThrownBy(() -> client.create(entry(client).build()))
                        .isInstanceOfSatisfying(
                                HourbridgeException.class,
                                e -> assertThat(e.outcome()).as("%s", fault).contains(WriteOutcome.IN_DOUBT));
                assertThat(simulator.requests().count("create")).as("%s", fault).isEqualTo(1);
            }
        }
    }

    @Test
    void readsAgainAndDeletesOnceThroughFaults() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient client = client(simulator)) {
            simulator.seed(5, 120);
            simulator.faults().next(Requests.operation("list"), Fault.status(503));
            simulator.faults().next(Requests.operation("list"), Fault.truncated());
            assertThat(client.list(TimeEntryQuery.all()).stream()
                            .map(entry -> entry.id().id())
                            .collect(Collectors.toSet()))
                    .hasSize(120);
            simulator.faults().next(Requests.operation("delete"), Fault.lostResponse());
            client.delete(TimeEntryId.of(client.account(), "5"));
            assertThat(simulator.entries()).hasSize(119);
        }
    }
}
