package dev.hourbridge.cli.demo;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The two services of the demo: a LiveTimer simulator with entries and a Teamwork simulator with the same people and
 * projects.
 *
 * <p>Names and notes are invented, and the seed is fixed, so all runs of the demo move the same entries.
 */
public final class DemoServices implements AutoCloseable {
    private static final long SEED = 20_241_122;
    private static final int FAULTS = 2;
    private static final Duration THROTTLE = Duration.ofSeconds(20);

    private final LiveTimerSimulator source;
    private final TeamworkSimulator target;

    /** Starts both services and seeds the source. */
    public DemoServices(Clock clock, int entries) {
        this.source = LiveTimerSimulator.builder().clock(clock).start();
        this.target = TeamworkSimulator.builder().clock(clock).start();
        source.seed(SEED, entries);
        for (int project = 28; project <= 31; project++) {
            target.addProject(2800 + project, "Project " + project, 999);
        }
        target.addTaskList(2900, "Tasks", 2828);
        for (int task : new int[] {40, 41, 43}) {
            target.addTask(9000 + task, "Task " + task, 2900);
        }
        target.faults()
                .nth(1 + entries / 3, Requests.method("POST"), Fault.lostResponse())
                .nth(2 + entries / 2, Requests.method("POST"), Fault.throttledAs400(THROTTLE));
    }

    /** Returns the configuration as a user would write it. */
    public String yaml() {
        return """
                # Written by hourbridge demo. Its services were simulated and have stopped.
                source:
                  service: livetimer
                  url: %s
                  credentials: { username: %s, password: "${LIVETIMER_PASSWORD}" }
                target:
                  service: teamwork
                  url: %s
                  zone: %s
                  credentials: { apiKey: "${TEAMWORK_API_KEY}" }
                range: { from: 2024-01-01, to: 2024-12-31 }
                map:
                  people:   { "25": "999", "26": "1000" }
                  projects: { "28": "2828", "29": "2829", "30": "2830", "31": "2831" }
                  tasks:    { "40": "9040", "41": "9041", "43": "9043" }
                defaults:
                  project: "2828"
                policy:
                  existing: stop
                  settle: 90s
                  requestTimeout: 30s
                  startPolicy: "09:00"   # LiveTimer has entries without a start, and Teamwork requires one
                """.formatted(source.url(), source.username(), target.url(), target.zone());
    }

    /** Returns the secrets that the configuration names, by variable name. */
    public Map<String, String> environment() {
        return Map.of("LIVETIMER_PASSWORD", source.password(), "TEAMWORK_API_KEY", target.apiKey());
    }

    /** Returns what the services contain and received, counted independently of the migration. */
    public Tally tally() {
        long creates = target.requests().countsByOperation().entrySet().stream()
                .filter(operation -> operation.getKey().startsWith("create-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Tally(
                source.entries().size(),
                target.entries().size(),
                source.entries().stream()
                        .mapToLong(StoredLiveTimerEntry::minutes)
                        .sum(),
                target.entries().stream()
                        .mapToLong(StoredTeamworkEntry::minutes)
                        .sum(),
                creates,
                target.faults().fired());
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    /**
     * The numbers of entries, minutes, requests and faults.
     *
     * @param sourceEntries the number of entries on LiveTimer
     * @param targetEntries the number of entries on Teamwork
     * @param sourceMinutes the total minutes on LiveTimer
     * @param targetMinutes the total minutes on Teamwork
     * @param posts the number of creates that Teamwork received, including throttled ones
     * @param faults the number of planned faults that occurred
     */
    public record Tally(
            long sourceEntries, long targetEntries, long sourceMinutes, long targetMinutes, long posts, int faults) {
        /** Returns whether each entry arrived exactly once and each fault occurred. */
        public boolean isAsExpected() {
            return faults == FAULTS && sourceEntries == targetEntries && sourceMinutes == targetMinutes;
        }
    }
}
