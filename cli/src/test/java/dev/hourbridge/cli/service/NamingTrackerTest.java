package dev.hourbridge.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the command reads the lists of both sides. */
class NamingTrackerTest {
    private static final int ENTRIES = 3_000;
    private static final int AHEAD = 4;

    private static List<TimeEntry> read(TimeTracker service) {
        return new NamingTracker(service, new Names())
                .list(TimeEntryQuery.all()).stream().toList();
    }

    /** The pages after the first are held back until four of them have arrived. */
    @Test
    void aListThatAnnouncesItsTotalHasFourPagesInFlightAndCostsNoRequestMore() throws InterruptedException {
        try (TeamworkSimulator simulator = TeamworkSimulator.start();
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(simulator.url().toString())
                        .apiKey(simulator.apiKey())
                        .zone(simulator.zone())
                        .build()) {
            simulator.seed(1, ENTRIES);
            List<TimeEntry> inTurn = client.list(TimeEntryQuery.all()).stream().toList();
            long pages = simulator.requests().count();
            assertThat(pages).isGreaterThan(AHEAD);
            for (int page = 2; page <= AHEAD + 1; page++) {
                simulator.faults().nth(page, Requests.any(), Fault.held());
            }
            List<TimeEntry> ahead = new ArrayList<>();
            Thread reader = new Thread(() -> ahead.addAll(read(client)), "reader");
            reader.setDaemon(true);
            reader.start();
            while (simulator.requests().count() < pages + 1 + AHEAD) {
                Thread.onSpinWait();
            }
            simulator.faults().release();
            reader.join();
            assertThat(ahead).isEqualTo(inTurn);
            assertThat(simulator.requests().count()).isEqualTo(2 * pages);
        }
    }
}
