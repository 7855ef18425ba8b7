package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.migration.SafeCreate.Created;
import dev.hourbridge.migration.SafeCreate.InDoubt;
import dev.hourbridge.migration.SafeCreate.Reason;
import dev.hourbridge.migration.SafeCreate.Recovered;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One create on a service in memory whose responses fail. */
final class SafeCreateTest {
    private static final Duration DURATION = Duration.ofMinutes(45);

    private final FakeTime time = new FakeTime();

    @TempDir
    private Path directory;

    private FakeService service = new FakeService(Profiles.CODEBASE, time);
    private FakeTracker tracker = new FakeTracker(service);

    private void start(Profiles profile) {
        service = new FakeService(profile, time);
        tracker = new FakeTracker(service);
    }

    private SafeCreate safeCreate() {
        return SafeCreate.builder()
                .target(tracker)
                .clock(time.clock())
                .sleeper(time)
                .stateDirectory(directory)
                .build();
    }

    private NewTimeEntry entry() {
        NewTimeEntry.Builder entry = NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), DURATION))
                .person(service.person(FakeService.OWNER))
                .note("A call");
        switch (service.profile) {
            case CODEBASE, LIVETIMER -> entry.project(service.project("28"));
            // In another zone than the service's.
            case TEAMWORK ->
                entry.project(service.project("28"))
                        .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T03:30:00Z"), DURATION));
            case TEAMPULSE -> entry.task(service.task("10")).activity(tracker.activity("Billable"));
        }
        return entry.build();
    }

    private static TimeEntryId only(FakeService service) {
        assertThat(service.rows()).hasSize(1);
        return service.rows().iterator().next().id();
    }

    @ParameterizedTest
    @EnumSource
    void createsAnEntryInMemory(Profiles profile) {
        start(profile);
        InMemoryTimeTracker memory = service.client(FakeService.OWNER);

        SafeCreate.Result result = SafeCreate.builder()
                .target(memory)
                .stateDirectory(directory)
                .build()
                .create(entry());

        assertThat(result).isEqualTo(new Created(only(service)));
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "EOF", "TRUNCATED", "ERROR_502", "LATE_COMMIT"})
    void findsTheRowOfEachFaultThatLosesTheResponse(Fault fault) {
        for (Profiles profile : Profiles.values()) {
            start(profile);
            tracker.answer = (number, entry) -> fault.strike(tracker, entry);

            assertThat(safeCreate().create(entry())).as(profile.name()).isEqualTo(new Recovered(only(service)));
            assertThat(tracker.posts).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "ERROR_500"})
    void provesTheAbsenceAfterEachFaultWithoutEffect(Fault fault) {
        for (Profiles profile : Profiles.values()) {
            start(profile);
            tracker.answer = (number, entry) -> fault.strike(tracker, entry);

            assertThat(safeCreate().create(entry()))
                    .as(profile.name())
                    .isEqualTo(new InDoubt(Reason.ABSENT, List.of()));
            assertThat(tracker.posts).hasValue(1);
        }
    }

    @Test
    void throwsWhatWasNotSent() {
        tracker.answer = (number, entry) -> Fault.IO_EXCEPTION.strike(tracker, entry);

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> safeCreate().create(entry()))
                .satisfies(e -> assertThat(e.outcome()).contains(WriteOutcome.NOT_SENT));
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void throwsAThrottleAndDoesNotSendAgain() {
        tracker.answer = (number, entry) -> Fault.THROTTLED.strike(tracker, entry);

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> safeCreate().create(entry()))
                .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(tracker.posts).hasValue(1);
    }

    @Test
    void neverSendsAgainWhatTheServiceAcceptedAndDoesNotList() {
        tracker.answer = (number, entry) -> {
            throw new MalformedResponseException(
                    Failure.builder("POST").outcome(WriteOutcome.ACCEPTED_NO_ID).build());
        };

        assertThat(safeCreate().create(entry())).isEqualTo(new InDoubt(Reason.ACCEPTED, List.of()));
    }

    @Test
    void namesTheRowThatTheServiceStoredDifferently() {
        service.storing = row -> row.toBuilder()
                .workTime(WorkTime.on(row.workTime().localDate(), Duration.ofHours(1)))
                .build();
        tracker.answer = (number, entry) -> Fault.TIMEOUT.strike(tracker, entry);

        assertThat(safeCreate().create(entry())).isEqualTo(new InDoubt(Reason.CANDIDATES, List.copyOf(service.rows())));
    }

    @Test
    void provesNothingByAListThatLacksARowWhichExisted() {
        TimeEntryId before = tracker.commit(entry());
        tracker.answer = (number, entry) -> {
            tracker.listed = rows -> List.of();
            return Fault.RESET.strike(tracker, entry);
        };

        assertThat(safeCreate().create(entry())).isEqualTo(new InDoubt(Reason.LIST_INCOMPLETE, List.of()));
        assertThat(only(service)).isEqualTo(before);
    }

    @Test
    void theOwnerOfTheCredentialsIsTheDefaultPerson() {
        start(Profiles.LIVETIMER);
        tracker.answer = (number, entry) -> {
            assertThat(entry.person()).isEmpty();
            return Fault.TIMEOUT.strike(tracker, entry);
        };
        NewTimeEntry ofOwner = NewTimeEntry.of(entry().workTime())
                .project(service.project("28"))
                .note("A call")
                .build();

        assertThat(safeCreate().create(ofOwner)).isEqualTo(new Recovered(only(service)));
    }

    @Test
    void refusesAnEntryWithoutAPersonBeforeAnyRequest() {
        service = new FakeService(Profiles.CODEBASE, time);
        InMemoryTimeTracker unknownOwner = service.client(FakeService.OWNER)
                .sameService()
                .knowsOwner(false)
                .build();
        NewTimeEntry ownerless = NewTimeEntry.of(entry().workTime())
                .project(service.project("28"))
                .note("A call")
                .build();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SafeCreate.builder()
                        .target(unknownOwner)
                        .stateDirectory(directory)
                        .build()
                        .create(ownerless))
                .satisfies(e -> assertThat(e.field()).isEqualTo("person"));
    }

    @Test
    void refusesANoteOfAMigrationBeforeAnyRequest() {
        String trailer = "A call\n[hb1 a=teamwork:acme;i=7 2aa7879a]";
        NewTimeEntry copy = entry().toBuilder().note(trailer).build();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safeCreate().create(copy))
                .satisfies(e -> assertThat(e.field()).isEqualTo("note"));
        assertThat(tracker.lists).hasValue(0);
    }

    @Test
    void anInterruptOfTheWaitLeavesTheEntryInDoubt() {
        tracker.answer = (number, entry) -> Fault.TIMEOUT.strike(tracker, entry);
        SafeCreate safeCreate = SafeCreate.builder()
                .target(tracker)
                .stateDirectory(directory)
                .sleeper(wait -> {
                    throw new InterruptedException();
                })
                .build();

        assertThatExceptionOfType(CallInterruptedException.class)
                .isThrownBy(() -> safeCreate.create(entry()))
                .satisfies(e -> assertThat(e.outcome()).contains(WriteOutcome.IN_DOUBT));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anEqualRowOfARunningMigrationIsNotTakenForTheEntry() {
        tracker.answer = (number, entry) -> Fault.RESET.strike(tracker, entry);
        // As a migration of the same user does, with a ledger of its own.
        time.after(Duration.ofSeconds(30), () -> migrate(directory));

        assertThat(safeCreate().create(entry())).isEqualTo(new InDoubt(Reason.CANDIDATES, List.copyOf(service.rows())));
    }

    private void migrate(Path directory) {
        tracker.answer = (number, entry) -> tracker.commit(entry);
        FakeService other = new FakeService(Profiles.TEAMWORK, time);
        FakeTracker source = new FakeTracker(other);
        TimeEntry row = TimeEntry.builder()
                .id(other.nextId())
                .person(other.person("1"))
                .project(other.project("28"))
                .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T09:30:00-04:00"), DURATION))
                .note("A call")
                .build();
        other.add(row);
        try (Migration migration = Migration.builder()
                .source(source)
                .target(tracker)
                .range(LocalDate.of(2024, 6, 12), LocalDate.of(2024, 6, 12))
                .mapping(Mapping.builder()
                        .people(Map.of("1", FakeService.OWNER))
                        .projects(Map.of("28", "28"))
                        .build())
                .ledger(directory.resolve("migration.db"))
                .stateDirectory(directory)
                .clock(time.clock())
                .sleeper(time)
                .build()) {
            migration.plan();
            assertThat(migration.apply().posts()).isEqualTo(1);
        }
    }

    @Test
    void equalEntriesOfTwoThreadsAreNotTakenForOneRow() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Future<SafeCreate.Result>> second = new CompletableFuture<>();
            CompletableFuture<Thread> secondThread = new CompletableFuture<>();
            tracker.answer = (number, entry) -> {
                if (number == 1) {
                    second.complete(threads.submit(() -> {
                        secondThread.complete(Thread.currentThread());
                        return safeCreate().create(entry());
                    }));
                    awaitBlocked(secondThread.join());
                }
                return number == 1 ? Fault.RESET.strike(tracker, entry) : Fault.TIMEOUT.strike(tracker, entry);
            };

            SafeCreate.Result first = safeCreate().create(entry());

            assertThat(first).isEqualTo(new InDoubt(Reason.ABSENT, List.of()));
            assertThat(second.join().get()).isEqualTo(new Recovered(only(service)));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Waits until the other create waits for this one, or has sent its entry. */
    private void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && tracker.posts.get() == 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void leavesNothingInTheStateDirectory() {
        safeCreate().create(entry());

        assertThat(directory.resolve("ledgers")).isEmptyDirectory();
    }

    @Test
    void aBuilderNamesWhatIsMissing() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SafeCreate.builder().build())
                .satisfies(e -> assertThat(e.field()).isEqualTo("target"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SafeCreate.builder()
                        .target(tracker)
                        .settle(Duration.ofSeconds(59))
                        .build())
                .satisfies(e -> assertThat(e.field()).isEqualTo("settle"));
    }

    @Test
    void anUnsupportedFieldIsNotSent() {
        assertThat(service.can(EntryField.TAGS)).isFalse();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> safeCreate()
                        .create(entry().toBuilder().tags(List.of("invented")).build()));
        assertThat(tracker.posts).hasValue(0);
    }
}
