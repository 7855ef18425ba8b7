package dev.hourbridge.livetimer;

import static dev.hourbridge.livetimer.Wire.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sums and the groups they are made of. */
class SummaryTest {
    private final Wire wire = new Wire();
    private final LiveTimerTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void readsTheDocumentedSum() {
        wire.answer(200, fixture("documented/summary.xml"));

        TimeSummary summary = entries.summary(LiveTimerFilter.all());

        assertThat(summary)
                .isEqualTo(TimeSummary.builder(Kind.TOTAL).minutes(11653).build());
        assertThat(summary.isUnclassified()).isFalse();
        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries/summary.xml");
    }

    @Test
    void readsTheDocumentedGroups() {
        wire.answer(200, fixture("documented/summary-projects.xml"));

        TimeSummary summary = entries.summary(LiveTimerFilter.all(), Grouping.PROJECTS);

        assertThat(summary.minutes()).isEqualTo(11653);
        assertThat(summary.children()).hasSize(2);
        TimeSummary unclassified = summary.children().get(0);
        assertThat(unclassified.kind()).isEqualTo(Kind.CLIENT);
        assertThat(unclassified.isUnclassified()).isTrue();
        assertThat(unclassified.minutes()).isEqualTo(840);
        assertThat(unclassified.children().get(0).isUnclassified()).isTrue();
        TimeSummary client = summary.children().get(1);
        assertThat(client.id()).hasValue(24);
        assertThat(client.name()).contains("American UFO Association");
        assertThat(client.code()).isEmpty();
        assertThat(client.children())
                .containsExactly(
                        TimeSummary.builder(Kind.PROJECT)
                                .id(30)
                                .name("Area 51 project")
                                .minutes(3329)
                                .build(),
                        TimeSummary.builder(Kind.PROJECT)
                                .id(31)
                                .name("UFO #7856")
                                .minutes(524)
                                .build());
        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries/summary.xml?group_by=projects");
    }

    @Test
    void readsGroupsInAnyOrderToAnyDepth() {
        wire.answer(200, fixture("invented/summary-tasks-users.xml"));

        TimeSummary summary = entries.summary(
                LiveTimerFilter.builder()
                        .users(UserTerm.ME)
                        .clients(ItemTerm.id(1), ItemTerm.id(2))
                        .startDate(LocalDate.of(2008, 1, 1))
                        .utcOffset(ZoneOffset.ofHoursMinutes(5, 45))
                        .build(),
                Grouping.TASKS,
                Grouping.USERS);

        assertThat(summary.walk().map(TimeSummary::kind))
                .containsExactly(Kind.TOTAL, Kind.CLIENT, Kind.PROJECT, Kind.TASK, Kind.USER, Kind.USER, Kind.CLIENT);
        TimeSummary task = summary.walk()
                .filter(group -> group.kind() == Kind.TASK)
                .findFirst()
                .orElseThrow();
        assertThat(task.code()).contains("T-41");
        assertThat(task.unknownFields()).containsExactly(entry("budget", "120"));
        assertThat(task.children())
                .containsExactly(
                        TimeSummary.builder(Kind.USER)
                                .id(25)
                                .name("walter")
                                .minutes(60)
                                .build(),
                        TimeSummary.builder(Kind.USER).id(26).minutes(30).build());
        assertThat(wire.taken().getTarget().replace("%2C", ","))
                .isEqualTo("/time_entries/summary.xml?users=me&clients=1,2&start_date=20080101&utc_offset=345"
                        + "&group_by=tasks,users");
    }

    @Test
    void readsActivities() {
        wire.answer(
                200,
                "<time-summary><activities><activity><id>16</id><duration>5</duration></activity></activities>"
                        + "<duration>5</duration></time-summary>");

        assertThat(entries.summary(LiveTimerFilter.all(), Grouping.ACTIVITIES).children())
                .containsExactly(
                        TimeSummary.builder(Kind.ACTIVITY).id(16).minutes(5).build());
    }

    @Test
    void refusesAGroupWithoutADuration() {
        wire.answer(200, "<time-summary><users><user><id>1</id></user></users><duration>5</duration></time-summary>");

        assertThatThrownBy(() -> entries.summary(LiveTimerFilter.all(), Grouping.USERS))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesGroupingsThatTheServiceDoesNotTake() {
        assertThatThrownBy(() -> entries.summary(LiveTimerFilter.all(), Grouping.CLIENTS, Grouping.TASKS))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        entries.summary(LiveTimerFilter.all(), Grouping.USERS, Grouping.ACTIVITIES, Grouping.TASKS))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void takesTheSumOfADayFromTwoSumsWithoutAnEndDate() {
        wire.answer(200, fixture("documented/summary.xml"))
                .answer(200, fixture("documented/summary.xml").replace("11653", "11000"));
        LocalDate day = LocalDate.of(2008, 2, 29);

        assertThat(wire.client.total(TimeEntryQuery.between(day, day))).contains(Duration.ofMinutes(653));

        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries/summary.xml?start_date=20080229&utc_offset=0");
        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries/summary.xml?start_date=20080301&utc_offset=0");
    }

    @Test
    void takesTheSumOfAProjectFromItsGroup() {
        wire.answer(200, fixture("invented/summary-tasks-users.xml"))
                .answer(200, fixture("invented/summary-tasks-users.xml"));
        TimeEntryQuery.Builder query = TimeEntryQuery.builder();

        assertThat(wire.client.total(query.project(ProjectRef.of(wire.client.account(), "30"))
                        .build()))
                .contains(Duration.ofMinutes(90));
        assertThat(wire.client.total(query.project(ProjectRef.of(wire.client.account(), "31"))
                        .build()))
                .contains(Duration.ZERO);
        assertThat(wire.taken().getTarget()).isEqualTo("/time_entries/summary.xml?group_by=tasks");
    }

    @Test
    void countsByTheTotalsOfTwoLists() {
        wire.answer(200, "<time-entries total=\"9\"/>").answer(200, "<time-entries total=\"2\"/>");
        LocalDate day = LocalDate.of(2008, 1, 10);

        assertThat(wire.client.count(TimeEntryQuery.between(day, day))).hasValue(7);

        assertThat(wire.taken().getTarget())
                .isEqualTo("/time_entries.xml?start_date=20080110&utc_offset=0&start=1&end=1");
        assertThat(wire.taken().getTarget())
                .isEqualTo("/time_entries.xml?start_date=20080111&utc_offset=0&start=1&end=1");
        TimeEntryQuery ofProject =
                TimeEntryQuery.builder().project(wire.client.project("30")).build();
        assertThat(wire.client.count(ofProject)).isEmpty();
    }
}
