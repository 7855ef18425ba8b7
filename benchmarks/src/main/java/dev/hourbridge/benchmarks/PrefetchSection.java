package dev.hourbridge.benchmarks;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teampulse.ODataQuery;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teampulse.TeamPulseEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntry;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Compares prefetched requests with sequential requests that take 50 ms or 1 s each. */
final class PrefetchSection implements Section {
    private static final int PAGES = 200;
    private static final int PAGE_SIZE = 100;
    private static final int WARM_UPS = 3;
    private static final int SESSIONS = 90_000;
    private static final int DAYS = 600;
    private static final Duration LATENCY = Duration.ofMillis(50);

    @Override
    public String name() {
        return "prefetch";
    }

    @Override
    public List<Row> run() {
        return List.of(teamwork(), teamPulse(), codebase());
    }

    private static Row teamwork() {
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
                seconds(pager.prefetch(8), PAGES * PAGE_SIZE);
            }
            simulator.faults().latency(LATENCY);
            double ahead = seconds(pager.prefetch(8), PAGES * PAGE_SIZE);
            double inTurn = seconds(pager, PAGES * PAGE_SIZE);
            return Row.of(
                    PAGES + " pages at 50 ms latency, `prefetch(8)`",
                    "%.2f s".formatted(ahead),
                    "one page after another: %.2f s".formatted(inTurn),
                    inTurn / ahead,
                    Row.Goal.atLeast(7.0));
        }
    }

    /** Measures a list that does not state its total. */
    private static Row teamPulse() {
        try (TeamPulseSimulator simulator =
                        TeamPulseSimulator.builder().totalOfPage(true).start();
                TeamPulseClient client = TeamPulseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .login(simulator.username(), simulator.password())
                        .build()) {
            simulator.seed(1, PAGES * PAGE_SIZE);
            Pager<TeamPulseEntry> pager = client.timeEntries().list(ODataQuery.all());
            pager.forEach(entry -> {});
            simulator.faults().latency(LATENCY);
            return ahead("pages of TeamPulse, until one is empty, at 50 ms latency, `prefetch(8)`", pager, 8);
        }
    }

    /** Measures ranges of days with one response each. */
    private static Row codebase() {
        LocalDate first = LocalDate.of(2023, 1, 15);
        try (CodebaseSimulator simulator = CodebaseSimulator.builder().start();
                CodebaseClient client = CodebaseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .account(simulator.account())
                        .username(simulator.username())
                        .apiKey(simulator.apiKey())
                        .projects("website")
                        .build()) {
            simulator.generate(
                    "website",
                    SESSIONS,
                    index -> StoredCodebaseSession.builder("website", first.plusDays(index % DAYS), 5)
                            .build());
            Pager<TimeEntry> pager = client.list(TimeEntryQuery.between(first, first.plusDays(DAYS - 1)));
            pager.forEach(entry -> {});
            simulator.faults().latency(LATENCY.multipliedBy(20));
            return ahead("90,000 sessions of Codebase in ranges of days, at 1 s latency, `prefetch(4)`", pager, 4);
        }
    }

    private static Row ahead(String what, Pager<?> pager, int requests) {
        double ahead = seconds(pager.prefetch(requests), Integer.MAX_VALUE);
        double inTurn = seconds(pager, Integer.MAX_VALUE);
        return Row.of(
                what,
                "%.2f s".formatted(ahead),
                "one request after another: %.2f s".formatted(inTurn),
                inTurn / ahead,
                Row.Goal.atLeast(2.0));
    }

    private static double seconds(Pager<?> pager, int limit) {
        long start = System.nanoTime();
        try (var walk = pager.iterator()) {
            for (int entries = 0; entries < limit && walk.hasNext(); entries++) {
                walk.next();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
