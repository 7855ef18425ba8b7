package dev.hourbridge.livetimer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lines of {@code docs/vendors/livetimer.md}, as they stand there. */
class DocSnippetsTest {
    private final LiveTimerSimulator service = LiveTimerSimulator.start();
    private final String url = service.url().toString();
    private final String userName = service.username();
    private final String password = service.password();
    private final LiveTimerClient liveTimer =
            LiveTimerClient.builder().baseUrl(url).login(userName, password).build();
    private final LocalDate monday = LocalDate.of(2024, 3, 4);
    private final LocalDate sunday = LocalDate.of(2024, 3, 10);

    @AfterEach
    void end() {
        liveTimer.close();
        service.close();
    }

    @Test
    void listsAWeek() {
        try (LiveTimerClient liveTimer =
                LiveTimerClient.builder().baseUrl(url).login(userName, password).build()) {
            for (TimeEntry entry : liveTimer.list(TimeEntryQuery.between(monday, sunday))) {
                System.out.println(
                        entry.workTime().localDate() + " " + entry.workTime().duration() + " " + entry.note());
            }
        }
        assertThat(service.requests().count("list")).isEqualTo(1);
    }

    @Test
    void turnsADurationIntoAStartAndEnd() {
        long id = liveTimer
                .timeEntries()
                .create(NewLiveTimerEntry.durationOnly(monday, 10).build())
                .id();
        OffsetDateTime start = OffsetDateTime.parse("2024-03-04T09:00-05:00");
        OffsetDateTime end = start.plusHours(1);

        LiveTimerEntryUpdate update =
                LiveTimerEntryUpdate.builder().startEnd(start, end).build();
        liveTimer.timeEntries().update(id, update);

        assertThat(liveTimer.timeEntries().get(id).workTime()).isEqualTo(WorkTime.between(start, end));
    }

    @Test
    void sumsByProject() {
        service.seed(1, 20);

        TimeSummary summary = liveTimer.timeEntries().summary(LiveTimerFilter.all(), Grouping.PROJECTS, Grouping.USERS);
        summary.walk()
                .filter(group -> group.kind() == TimeSummary.Kind.PROJECT)
                .forEach(group -> System.out.println(group.name().orElse("unclassified") + ": " + group.minutes()));

        assertThat(summary.minutes()).isPositive();
    }
}
