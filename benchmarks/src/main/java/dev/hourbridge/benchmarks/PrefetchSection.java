package dev.hourbridge.benchmarks;

import dev.hourbridge.model.Pager;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntry;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import java.time.Duration;
import java.util.List;

/** Pages ahead against pages in turn, where each takes 50 ms. */
final class PrefetchSection implements Section {
    private static final int PAGES = 200;
    private static final int PAGE_SIZE = 100;
    private static final int WARM_UPS = 3;
    private static final Duration LATENCY = Duration.ofMillis(50);

    @Override
    public String name() {
        return "prefetch";
    }

    @Override
    public List<Row> run() {
        try (TeamworkSimulator simulator = TeamworkSimulator.start();
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(simulator.url().toString())
                        .apiKey(simulator.apiKey())
                        .zone(simulator.zone())
                        .build()) {
            simulator.seed(1, PAGES * PAGE_SIZE + PAGES * PAGE_SIZE / 20);
            Pager<TeamworkEntry> pager = client.timeEntries()
                    .list(TeamworkEntryQuery.builder().pageSize(PAGE_SIZE).build());
            for (int i = 0; i < WARM_UPS; i++) {
                seconds(pager.prefetch(8));
            }
            simulator.faults().latency(LATENCY);
            double ahead = seconds(pager.prefetch(8));
            double inTurn = seconds(pager);
            return List.of(Row.of(
                    PAGES + " pages at 50 ms latency, `prefetch(8)`",
                    "%.2f s".formatted(ahead),
                    "one page after another: %.2f s".formatted(inTurn),
                    inTurn / ahead,
                    Row.Goal.atLeast(7.0)));
        }
    }

    /** How long the first 200 pages take. */
    private static double seconds(Pager<TeamworkEntry> pager) {
        long start = System.nanoTime();
        int entries = 0;
        try (var walk = pager.iterator()) {
            for (; entries < PAGES * PAGE_SIZE; entries++) {
                walk.next();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
