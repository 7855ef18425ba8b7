package dev.hourbridge.resilience.paging;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import java.time.Instant;
import java.time.LocalDate;

/** A simulator with a list of pages of fifty, and a client of it. */
final class PagedService implements AutoCloseable {
    static final int PAGE_SIZE = 50;

    final Simulator<?> simulator;
    private final TimeTracker client;
    private final Pager<String> list;
    private final Runnable addition;

    private PagedService(Simulator<?> simulator, TimeTracker client, Pager<String> list, Runnable addition) {
        this.simulator = simulator;
        this.client = client;
        this.list = list;
        this.addition = addition;
    }

    static PagedService start(String service, int pages) {
        PagedService started = service.equals("Teamwork") ? teamwork() : liveTimer();
        for (int i = 0; i < pages * PAGE_SIZE; i++) {
            started.add();
        }
        return started;
    }

    private static PagedService teamwork() {
        TeamworkSimulator simulator = TeamworkSimulator.start();
        TeamworkClient client = TeamworkClient.builder()
                .baseUrl(simulator.url().toString())
                .apiKey(simulator.apiKey())
                .zone(simulator.zone())
                .build();
        TeamworkEntryQuery query =
                TeamworkEntryQuery.builder().pageSize(PAGE_SIZE).build();
        Instant day = Instant.parse("2024-05-06T12:00:00Z");
        return new PagedService(
                simulator,
                client,
                client.timeEntries().list(query).map(entry -> Long.toString(entry.id())),
                () -> simulator.add(
                        StoredTeamworkEntry.builder(999, 999, day, 5).build()));
    }

    private static PagedService liveTimer() {
        LiveTimerSimulator simulator = LiveTimerSimulator.start();
        LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(simulator.url().toString())
                .login(simulator.username(), simulator.password())
                .build();
        Pager<TimeEntry> entries = client.list(TimeEntryQuery.all());
        return new PagedService(
                simulator,
                client,
                entries.map(entry -> entry.id().id()),
                () -> simulator.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.parse("2024-05-06"), 5)
                        .build()));
    }

    Pager<String> list() {
        return list;
    }

    /** Adds an entry at the end of the list. */
    void add() {
        addition.run();
    }

    @Override
    public void close() {
        client.close();
        simulator.faults().release();
        simulator.close();
    }
}
