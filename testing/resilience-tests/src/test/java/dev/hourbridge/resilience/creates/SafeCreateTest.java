package dev.hourbridge.resilience.creates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.migration.SafeCreate;
import dev.hourbridge.migration.SafeCreate.Created;
import dev.hourbridge.migration.SafeCreate.InDoubt;
import dev.hourbridge.migration.SafeCreate.Reason;
import dev.hourbridge.migration.SafeCreate.Recovered;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.LoggedRequest;
import dev.hourbridge.simulators.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One create on each simulated service, with the client as it is by default and another user of the service. */
final class SafeCreateTest {
    private static final Duration DURATION = Duration.ofMinutes(45);

    @TempDir
    private Path state;

    @SuppressWarnings("NullAway.Init") // set by start
    private Simulated simulated;

    @SuppressWarnings("NullAway.Init") // set by start
    private TimeTracker client;

    /** What happens while the create waits. */
    private Runnable meanwhile = () -> {};

    private int waits;
    private int createsOfAnotherUser;

    private void start(Service service) {
        simulated = Simulated.of(service);
        client = simulated
                .clients()
                .apply(HttpOptions.builder().sleeper(wait -> {}).build());
    }

    @AfterEach
    void stop() {
        assertThat(simulated.service().requests().count(SafeCreateTest::isCreate))
                .isEqualTo(1 + createsOfAnotherUser);
        client.close();
        simulated.close();
    }

    private SafeCreate.Result create(NewTimeEntry entry) {
        return SafeCreate.builder()
                .target(client)
                .stateDirectory(state)
                .sleeper(wait -> {
                    waits++;
                    meanwhile.run();
                })
                .build()
                .create(entry);
    }

    @ParameterizedTest
    @EnumSource
    void returnsTheIdOfTheResponse(Service service) {
        start(service);

        assertThat(create(entry(service))).isEqualTo(new Created(onlyRow()));
        assertThat(waits).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheRowWhenTheResponseIsLost(Service service) {
        start(service);
        fail(Fault.lostResponse());

        assertThat(create(entry(service))).isEqualTo(new Recovered(onlyRow()));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheRowOfAServiceThatFailedAfterTheCommit(Service service) {
        start(service);
        fail(Fault.status(502).afterCommit());

        assertThat(create(entry(service))).isEqualTo(new Recovered(onlyRow()));
    }

    @ParameterizedTest
    @EnumSource
    void findsTheRowOfALateCommit(Service service) {
        start(service);
        fail(Fault.dropped().committedLater(Duration.ofDays(1)));
        meanwhile = () -> simulated.service().faults().commitNow();

        assertThat(create(entry(service))).isEqualTo(new Recovered(onlyRow()));
    }

    @ParameterizedTest
    @EnumSource
    void provesThatARequestWithoutEffectLeftNoRow(Service service) {
        start(service);
        fail(Fault.dropped());

        assertThat(create(entry(service))).isEqualTo(new InDoubt(Reason.ABSENT, List.of()));
        assertThat(rows()).isEmpty();
        assertThat(waits).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void takesNoRowThatExistedBeforeForTheEntry(Service service) {
        start(service);
        TimeEntryId before = createAsAnotherUser(entry(service));
        fail(Fault.dropped());

        assertThat(create(entry(service))).isEqualTo(new InDoubt(Reason.ABSENT, List.of()));
        assertThat(onlyRow()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheRowBesideAnEqualOneThatExistedBefore(Service service) {
        start(service);
        TimeEntryId before = createAsAnotherUser(entry(service));
        fail(Fault.lostResponse());

        SafeCreate.Result result = create(entry(service));

        assertThat(rows()).hasSize(2);
        assertThat(rows().stream().map(TimeEntry::id).filter(id -> !id.equals(before)))
                .singleElement()
                .satisfies(id -> assertThat(result).isEqualTo(new Recovered(id)));
    }

    @ParameterizedTest
    @EnumSource
    void leavesASimilarNewRowToTheUser(Service service) {
        start(service);
        fail(Fault.dropped());
        meanwhile = () -> createAsAnotherUser(
                entry(service).toBuilder().note("Another call").build());

        assertThat(create(entry(service))).isInstanceOfSatisfying(InDoubt.class, inDoubt -> {
            assertThat(inDoubt.reason()).isEqualTo(Reason.CANDIDATES);
            assertThat(inDoubt.candidates()).extracting(TimeEntry::id).containsExactly(onlyRow());
        });
    }

    @ParameterizedTest
    @EnumSource
    void cannotTellAnEqualNewRowOfAnotherUserFromTheEntry(Service service) {
        start(service);
        fail(Fault.dropped());
        meanwhile = () -> createAsAnotherUser(entry(service));

        assertThat(create(entry(service))).isEqualTo(new Recovered(onlyRow()));
    }

    @ParameterizedTest
    @EnumSource
    void provesNothingByAListThatLostARow(Service service) {
        start(service);
        TimeEntryId before = createAsAnotherUser(entry(service));
        fail(Fault.dropped());
        meanwhile = () -> simulated.service().faults().always(Requests.reads(), Fault.status(503));

        assertThat(create(entry(service))).isEqualTo(new InDoubt(Reason.LIST_INCOMPLETE, List.of()));
        simulated.service().faults().clear();
        assertThat(onlyRow()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void throwsAThrottleAndSendsNothingAgain(Service service) {
        start(service);
        fail(Fault.throttled(Duration.ofSeconds(30)));

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> create(entry(service)))
                .satisfies(e -> assertThat(e.outcome()).contains(WriteOutcome.REJECTED));
        assertThat(rows()).isEmpty();
        assertThat(waits).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void throwsARejection(Service service) {
        start(service);
        fail(Fault.status(422));

        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> create(entry(service)));
        assertThat(rows()).isEmpty();
    }

    private static boolean isCreate(LoggedRequest request) {
        return request.operation().startsWith("create");
    }

    private void fail(Fault fault) {
        simulated.service().faults().next(SafeCreateTest::isCreate, fault);
    }

    private TimeEntryId createAsAnotherUser(NewTimeEntry entry) {
        createsOfAnotherUser++;
        return simulated.tracker().create(entry);
    }

    private List<TimeEntry> rows() {
        return simulated.tracker().list(TimeEntryQuery.all()).stream().toList();
    }

    private TimeEntryId onlyRow() {
        List<TimeEntry> rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0).id();
    }

    private NewTimeEntry entry(Service service) {
        NewTimeEntry.Builder entry = NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), DURATION))
                .note("A call");
        switch (service) {
            case CODEBASE -> entry.person(client.person("1234")).project(client.project("website"));
            // In another zone than the service's.
            case TEAMWORK ->
                entry.person(client.person("999"))
                        .project(client.project("1049"))
                        .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T03:30:00Z"), DURATION));
            case TEAMPULSE ->
                entry.person(client.person("1")).task(client.task("10")).activity(client.activity("Billable"));
            case LIVETIMER -> entry.project(client.project("29"));
        }
        return entry.build();
    }
}
