package dev.hourbridge.livetimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole round trips with a service that keeps what it is told. */
class SimulatorTest {
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2024-03-09T22:30:00-05:00");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 9);

    private LiveTimerSimulator service = LiveTimerSimulator.start();
    private LiveTimerClient client = connect();

    private LiveTimerClient connect() {
        return LiveTimerClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .user("25")
                .build();
    }

    /** Starts anew, with another service. */
    private void use(LiveTimerSimulator other) {
        end();
        service = other;
        client = connect();
    }

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void givesBackAStartEndEntryAsItWasCreated() {
        NewTimeEntry entry = NewTimeEntry.of(WorkTime.from(EVENING, Duration.ofMinutes(150)))
                .person(PersonRef.of(client.account(), "25"))
                .project(project("30"))
                .activity(ActivityRef.of(client.account(), "16"))
                .note("Überstunden <&> ]] > 🎉\nzweite Zeile")
                .build();

        TimeEntry found = client.get(client.create(entry));

        assertThat(found.workTime()).isEqualTo(entry.workTime());
        assertThat(found.workTime().localDate()).isEqualTo(DAY);
        assertThat(found.person()).contains(PersonRef.of(client.account(), "25"));
        assertThat(found.personName()).contains("walter");
        assertThat(found.project()).contains(project("30"));
        assertThat(found.projectName()).contains("Area 51 project");
        assertThat(found.client()).contains(ClientRef.of(client.account(), "24"));
        assertThat(found.clientName()).contains("American UFO Association");
        assertThat(found.activity()).isEqualTo(entry.activity());
        assertThat(found.task()).isEmpty();
        assertThat(found.note()).isEqualTo(entry.note());
        assertThat(found.audit().createdAt()).isPresent();
        assertThat(service.requests().count("create")).isEqualTo(1);
    }

    @Test
    void givesBackADurationOnlyEntryOnATaskWithTheProjectOfTheTask() {
        String task = "40";
        NewTimeEntry entry = NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(95)))
                .task(task(task))
                .build();

        TimeEntry found = client.get(client.create(entry));

        assertThat(found.workTime()).isEqualTo(entry.workTime());
        assertThat(found.task()).contains(task(task));
        assertThat(found.taskName()).isPresent();
        assertThat(found.project()).isPresent();
        assertThat(found.client()).isPresent();
        assertThat(found.note()).isEmpty();
        assertThat(service.entries().get(0).projectId()).isEmpty();
    }

    @Test
    void turnsEachKindIntoTheOther() {
        WorkTime dated = WorkTime.on(DAY, Duration.ofMinutes(10));
        WorkTime interval = WorkTime.from(EVENING, Duration.ofMinutes(20));
        TimeEntryId id = client.create(NewTimeEntry.of(dated).note("kept").build());

        client.update(id, TimeEntryUpdate.builder().workTime(interval).build());
        assertThat(client.get(id).workTime()).isEqualTo(interval);

        client.update(
                id,
                TimeEntryUpdate.builder()
                        .workTime(WorkTime.from(EVENING.plusDays(1), Duration.ofMinutes(5)))
                        .build());
        assertThat(client.get(id).workTime().duration()).isEqualTo(Duration.ofMinutes(5));

        client.update(id, TimeEntryUpdate.builder().workTime(dated).build());
        assertThat(client.get(id).workTime()).isEqualTo(dated);
        assertThat(client.get(id).note()).isEqualTo("kept");
    }

    @Test
    void changesClearsAndLeavesFields() {
        TimeEntryId id = client.create(NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(10)))
                .project(project("30"))
                .activity(ActivityRef.of(client.account(), "16"))
                .note("old")
                .build());

        client.update(id, TimeEntryUpdate.builder().note("new").build());
        assertThat(client.get(id).note()).isEqualTo("new");
        assertThat(client.get(id).project()).contains(project("30"));

        client.update(
                id, TimeEntryUpdate.builder().task(task("40")).clearProject().build());
        assertThat(client.get(id).task()).contains(task("40"));

        client.update(
                id,
                TimeEntryUpdate.builder()
                        .clearTask()
                        .clearActivity()
                        .clearNote()
                        .build());
        TimeEntry cleared = client.get(id);
        assertThat(cleared.task()).isEmpty();
        assertThat(cleared.project()).isEmpty();
        assertThat(cleared.activity()).isEmpty();
        assertThat(cleared.note()).isEmpty();
        assertThat(cleared.workTime().duration()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void deletesAnEntryOnce() {
        TimeEntryId id =
                client.create(NewTimeEntry.of(WorkTime.on(DAY, Duration.ZERO)).build());

        client.delete(id);

        assertThat(service.entries()).isEmpty();
        assertThatThrownBy(() -> client.delete(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.get(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void tellsWhatTheServiceRefused() {
        NewTimeEntry entry = NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(10)))
                .project(project("9999"))
                .build();

        assertThatThrownBy(() -> client.create(entry))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("Project does not exist");
    }

    static Stream<TimeEntryQuery> conditions() {
        return Stream.of(
                TimeEntryQuery.all(),
                TimeEntryQuery.between(LocalDate.of(2024, 3, 9), LocalDate.of(2024, 3, 12)),
                TimeEntryQuery.builder().firstDay(LocalDate.of(2024, 10, 1)).build(),
                TimeEntryQuery.builder().lastDay(LocalDate.of(2024, 2, 29)).build());
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void listsExactlyWhatMatches(TimeEntryQuery days) {
        service.seed(7, 400);
        listsExactly(days);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsExactlyWhateverTheServiceMakesOfTheEndDateAndOfWindows(boolean inclusive) {
        use(LiveTimerSimulator.builder()
                .endDateInclusive(inclusive)
                .rangeCap(7)
                .paddedNotes(inclusive)
                .start());
        service.seed(8, 150);
        listsExactly(TimeEntryQuery.between(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 6, 30)));
    }

    /** Compares with a walk over everything, for each person, project and task that occurs, and for none of them. */
    private void listsExactly(TimeEntryQuery days) {
        List<TimeEntry> everything = client.list(TimeEntryQuery.all()).stream().toList();
        assertThat(everything).hasSameSizeAs(service.entries());
        Stream<TimeEntryQuery> people = everything.stream()
                .flatMap(entry -> entry.person().stream())
                .distinct()
                .map(person -> days.toBuilder().person(person).build());
        Stream<TimeEntryQuery> projects = everything.stream()
                .flatMap(entry -> entry.project().stream())
                .distinct()
                .map(project -> days.toBuilder().project(project).build());
        Stream<TimeEntryQuery> tasks = everything.stream()
                .flatMap(entry -> entry.task().stream())
                .distinct()
                .map(task -> days.toBuilder().task(task).build());
        List<TimeEntryQuery> queries = Stream.of(Stream.of(days), people, projects, tasks)
                .flatMap(each -> each)
                .toList();
        assertThat(queries).hasSizeGreaterThan(5);
        for (TimeEntryQuery query : queries) {
            List<TimeEntry> expected =
                    everything.stream().filter(query::matches).toList();
            assertThat(client.list(query)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void sumsAsItLists() {
        service.seed(9, 300);
        List<TimeEntry> everything = client.list(TimeEntryQuery.all()).stream().toList();
        TimeEntry onTask = everything.stream()
                .filter(entry -> entry.task().isPresent())
                .findFirst()
                .orElseThrow();

        for (TimeEntryQuery query : List.of(
                TimeEntryQuery.all(),
                TimeEntryQuery.builder().project(onTask.project().orElseThrow()).build(),
                TimeEntryQuery.builder()
                        .task(onTask.task().orElseThrow())
                        .person(onTask.person().orElseThrow())
                        .build())) {
            long minutes = everything.stream()
                    .filter(query::matches)
                    .mapToLong(entry -> entry.workTime().duration().toMinutes())
                    .sum();
            assertThat(client.total(query)).contains(Duration.ofMinutes(minutes));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sumsTheDaysOfUtcWhetherOrNotTheEndDateIsInclusive(boolean inclusive) {
        use(LiveTimerSimulator.builder().endDateInclusive(inclusive).start());
        add("2024-03-09T23:59:00Z", 1);
        add("2024-03-10T00:00:00Z", 2);
        add("2024-03-11T00:30:00+01:00", 4);
        client.create(NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 3, 11), Duration.ofMinutes(8)))
                .build());
        add("2024-03-11T23:59:00Z", 16);
        add("2024-03-12T00:00:00Z", 32);

        assertThat(client.total(TimeEntryQuery.between(LocalDate.of(2024, 3, 10), LocalDate.of(2024, 3, 11))))
                .contains(Duration.ofMinutes(2 + 4 + 8 + 16));
    }

    private void add(String start, int minutes) {
        client.create(NewTimeEntry.of(WorkTime.from(OffsetDateTime.parse(start), Duration.ofMinutes(minutes)))
                .build());
    }

    private ProjectRef project(String id) {
        return ProjectRef.of(client.account(), id);
    }

    private TaskRef task(String id) {
        return TaskRef.of(client.account(), id);
    }
}
