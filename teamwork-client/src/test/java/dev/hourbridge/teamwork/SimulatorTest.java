package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.HourbridgeException;
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
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.LoggedRequest;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.teamwork.TeamworkCreateResponse;
import dev.hourbridge.simulators.teamwork.TeamworkRateLimitHeaders;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole round trips against a service that was written from the same documents by others. */
class SimulatorTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2024-01-15T10:10:00-05:00");

    private final ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
    private TeamworkSimulator simulator = TeamworkSimulator.start();
    private TeamworkClient teamwork = client();

    private TeamworkClient client() {
        return TeamworkClient.builder()
                .baseUrl(simulator.url().toString())
                .apiKey(simulator.apiKey())
                .zone(simulator.zone())
                .http(HttpOptions.builder().clock(clock).sleeper(clock::sleep).build())
                .build();
    }

    private void use(TeamworkSimulator.Builder other) {
        close();
        simulator = other.clock(clock).start();
        teamwork = client();
    }

    @AfterEach
    void close() {
        teamwork.close();
        simulator.close();
    }

    private Account account() {
        return teamwork.account();
    }

    private NewTimeEntry.Builder entry(OffsetDateTime start, long minutes) {
        return NewTimeEntry.of(WorkTime.from(start, Duration.ofMinutes(minutes)))
                .project(ProjectRef.of(account(), "999"));
    }

    @Test
    void createsReadsUpdatesMovesAndDeletes() {
        TimeEntryId id = teamwork.create(entry(START, 75)
                .person(PersonRef.of(account(), "1000"))
                .note("Größe <&> \ud83d\ude00")
                .billable(Billable.YES)
                .tags(List.of("tag1", "neu"))
                .build());

        TimeEntry read = teamwork.get(id);
        assertThat(read.workTime()).isEqualTo(WorkTime.from(START, Duration.ofMinutes(75)));
        assertThat(read.person()).contains(PersonRef.of(account(), "1000"));
        assertThat(read.project()).contains(ProjectRef.of(account(), "999"));
        assertThat(read.note()).isEqualTo("Größe <&> \ud83d\ude00");
        assertThat(read.billable()).isEqualTo(Billable.YES);
        assertThat(read.tags()).containsExactly("tag1", "neu");

        WorkTime summer = WorkTime.from(OffsetDateTime.parse("2024-07-01T23:30:00-04:00"), Duration.ofMinutes(61));
        teamwork.update(
                id,
                TimeEntryUpdate.builder()
                        .workTime(summer)
                        .project(ProjectRef.of(account(), "1049"))
                        .clearNote()
                        .clearTags()
                        .billable(Billable.NO)
                        .build());
        read = teamwork.get(id);
        assertThat(read.workTime()).isEqualTo(summer);
        assertThat(read.project()).contains(ProjectRef.of(account(), "1049"));
        assertThat(read.note()).isEmpty();
        assertThat(read.tags()).isEmpty();
        assertThat(read.billable()).isEqualTo(Billable.NO);

        teamwork.delete(id);
        assertThatThrownBy(() -> teamwork.get(id)).isInstanceOf(NotFoundException.class);
        assertThat(simulator.entries()).isEmpty();
    }

    @Test
    void createsOnATaskWhichImpliesItsProject() {
        TimeEntryId id = teamwork.create(
                entry(START, 5).task(TaskRef.of(account(), "7641")).build());

        TimeEntry read = teamwork.get(id);
        assertThat(read.task()).contains(TaskRef.of(account(), "7641"));
        assertThat(read.project()).contains(ProjectRef.of(account(), "1049"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAnEntryWithoutTagsInBothShapes(boolean asObject) {
        use(TeamworkSimulator.builder().emptyTagsAsObject(asObject));

        TimeEntryId id = teamwork.create(entry(START, 5).build());

        assertThat(teamwork.get(id).tags()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TeamworkCreateResponse.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_ID")
    void findsTheIdInEveryAnswer(TeamworkCreateResponse answer) {
        use(TeamworkSimulator.builder().createResponses(answer));

        TimeEntryId id = teamwork.create(entry(START, 5).build());

        assertThat(simulator.entries())
                .extracting(stored -> Long.toString(stored.id()))
                .containsExactly(id.id());
    }

    @Test
    void saysThatAnEntryIsThereWithoutAnId() {
        use(TeamworkSimulator.builder().createResponses(TeamworkCreateResponse.NO_ID));

        assertThatThrownBy(() -> teamwork.create(entry(START, 5).build()))
                .isInstanceOfSatisfying(
                        HourbridgeException.class, e -> assertThat(e.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID));
        assertThat(simulator.entries()).hasSize(1);
    }

    @Test
    void listsExactlyWhatMatchesEveryCondition() {
        simulator.seed(4711, 1200);
        List<TimeEntry> all = teamwork.list(TimeEntryQuery.all()).stream().toList();
        assertThat(all).as("seed 4711").hasSize(simulator.entries().size());
        PersonRef person = PersonRef.of(account(), "1000");
        ProjectRef project = ProjectRef.of(account(), "1049");
        TaskRef task = TaskRef.of(account(), "7641");
        LocalDate first = LocalDate.of(2024, 3, 9);
        LocalDate last = LocalDate.of(2024, 11, 3);

        for (TimeEntryQuery query : List.of(
                TimeEntryQuery.between(first, last),
                TimeEntryQuery.between(first, first.plusDays(1)),
                TimeEntryQuery.builder().person(person).build(),
                TimeEntryQuery.builder().project(project).build(),
                TimeEntryQuery.builder().task(task).build(),
                TimeEntryQuery.builder()
                        .person(person)
                        .project(project)
                        .firstDay(first)
                        .build(),
                TimeEntryQuery.builder().person(person).task(task).lastDay(last).build())) {
            List<TimeEntryId> expected =
                    all.stream().filter(query::matches).map(TimeEntry::id).toList();
            assertThat(expected).as("seed 4711, %s", query).isNotEmpty();
            assertThat(teamwork.list(query).stream().map(TimeEntry::id))
                    .as("seed 4711, %s", query)
                    .containsExactlyInAnyOrderElementsOf(expected);
            Duration sum = all.stream()
                    .filter(query::matches)
                    .map(found -> found.workTime().duration())
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(teamwork.total(query)).as("seed 4711, %s", query).contains(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"429,X_RATELIMIT,false", "400,X_RATELIMIT,true", "400,X_RATE_LIMIT,false", "429,X_RATE_LIMIT,true"})
    void staysWithinTheServicesLimit(int status, TeamworkRateLimitHeaders headers, boolean epoch) {
        use(TeamworkSimulator.builder()
                .requestsPerMinute(5)
                .throttleStatus(status)
                .rateLimitHeaders(headers)
                .resetAsEpoch(epoch));

        for (int i = 0; i < 12; i++) {
            teamwork.create(entry(START, i).build());
        }

        assertThat(simulator.entries()).hasSize(12);
        assertThat(clock.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void leavesALostCreateInDoubtAndSendsItOnce() {
        simulator.faults().next(request -> request.method().equals("POST"), Fault.lostResponse());

        assertThatThrownBy(() -> teamwork.create(entry(START, 5).build()))
                .isInstanceOfSatisfying(
                        HourbridgeException.class, e -> assertThat(e.outcome()).contains(WriteOutcome.IN_DOUBT));

        assertThat(simulator.requests().count("create-project")).isEqualTo(1);
        assertThat(simulator.entries()).hasSize(1);
    }

    @Test
    void deletesAlthoughTheAnswerIsLost() {
        TimeEntryId id = teamwork.create(entry(START, 5).build());
        simulator.faults().next(SimulatorTest::isDelete, Fault.lostResponse());

        teamwork.delete(id);

        assertThat(simulator.entries()).isEmpty();
        assertThat(simulator.requests().count("delete")).isEqualTo(2);
    }

    private static boolean isDelete(LoggedRequest request) {
        return request.method().equals("DELETE");
    }

    @Test
    void sumsAtEveryLevel() {
        teamwork.create(entry(START, 30).billable(Billable.YES).build());
        teamwork.create(entry(START, 45).task(TaskRef.of(account(), "7641")).build());
        Totals totals = teamwork.totals();

        assertThat(totals.ofAccount(TotalsQuery.all()).totalMinutes()).isEqualTo(75);
        assertThat(totals.ofProject(999, TotalsQuery.all())
                        .orElseThrow()
                        .timeTotals()
                        .billableMinutes())
                .isEqualTo(30);
        assertThat(totals.ofTasklist(1027, TotalsQuery.all())
                        .orElseThrow()
                        .timeTotals()
                        .totalMinutes())
                .isEqualTo(45);
        assertThat(totals.ofTask(7641, TotalsQuery.all())
                        .orElseThrow()
                        .timeTotals()
                        .totalMinutes())
                .isEqualTo(45);
        assertThat(totals.perProject(TotalsQuery.builder().pageSize(1).build()).stream())
                .extracting(ProjectMinutes::totalMinutes)
                .contains(30L, 45L);
    }
}
