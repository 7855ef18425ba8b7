package dev.hourbridge.teampulse;

import static dev.hourbridge.teampulse.TimeEntryFields.DATE;
import static dev.hourbridge.teampulse.TimeEntryFields.NOTE;
import static dev.hourbridge.teampulse.TimeEntryFields.TASK_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/vendors/teampulse.md, line by line. */
final class DocSnippetsTest {

    @Test
    void connect() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start()) {
            String url = simulator.url().toString();
            String username = simulator.username();
            String password = simulator.password();
            // snippet: connect
            TeamPulseClient teamPulse = TeamPulseClient.builder()
                    .baseUrl(url) // such as http://intranet/TeamPulse
                    .login(username, password)
                    .http(HttpOptions.builder().allowInsecureHttp(true).build()) // only for plain http on an intranet
                    .build();
            // end
            assertThat(teamPulse.workTypes().list(1, ODataQuery.all())).hasSize(2);
            teamPulse.close();
        }
    }

    @Test
    void create() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient teamPulse = TeamPulseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .login(simulator.username(), simulator.password())
                        .build()) {
            // snippet: create
            TimeEntryId id =
                    teamPulse.create(NewTimeEntry.of(WorkTime.on(LocalDate.of(2013, 10, 2), Duration.ofHours(6)))
                            .person(PersonRef.of(teamPulse.account(), "1"))
                            .task(TaskRef.of(teamPulse.account(), "10"))
                            .activity(ActivityRef.of(teamPulse.account(), "Billable")) // a work type, by its name
                            .note("Api for time entries")
                            .build());
            // end
            assertThat(teamPulse.get(id).note()).isEqualTo("Api for time entries");
        }
    }

    @Test
    void filter() {
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient teamPulse = TeamPulseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .login(simulator.username(), simulator.password())
                        .build()) {
            simulator.seed(1, 50);
            // snippet: filter
            ODataFilter filter = DATE.ge(LocalDate.of(2024, 1, 1))
                    .and(TASK_ID.in(List.of(10L, 11L)))
                    .and(ODataFilter.substringOf("it's", NOTE).not());
            ODataQuery newest = ODataQuery.builder()
                    .filter(filter)
                    .orderBy(DATE.desc())
                    .top(20)
                    .build();
            for (TeamPulseEntry entry : teamPulse.timeEntries().list(newest)) {
                System.out.println(
                        entry.date() + " " + entry.hours() + " " + entry.note().orElse(""));
            }
            // end
            assertThat(teamPulse.timeEntries().list(newest)).isNotEmpty();
        }
    }
}
