package dev.hourbridge.benchmarks.services;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads a list from beginning to end in a separate JVM, and prints the duration of each tenth in milliseconds. */
public final class Walk {
    private static final int TENTHS = 10;

    private Walk() {}

    /** Returns a client of the service with this name. */
    public static TimeTracker client(String service, String url, HttpOptions http) {
        return switch (service) {
            case "Teamwork" ->
                TeamworkClient.builder()
                        .baseUrl(url)
                        .apiKey("key")
                        .zone(ZoneOffset.UTC)
                        .http(http)
                        .build();
            case "TeamPulse" ->
                TeamPulseClient.builder().baseUrl(url).token("token").http(http).build();
            case "LiveTimer" ->
                LiveTimerClient.builder()
                        .baseUrl(url)
                        .login("user", "password")
                        .http(http)
                        .build();
            case "Codebase" ->
                CodebaseClient.builder()
                        .baseUrl(url)
                        .account("acme")
                        .username("alice")
                        .apiKey("key")
                        .projects("website")
                        .http(http)
                        .build();
            default -> throw new IllegalArgumentException("no service " + service);
        };
    }

    /**
     * Runs the program. Arguments: service, URL, number of entries in the list, number of warm-up entries to read
     * first.
     */
    public static void main(String[] arguments) {
        int entries = Integer.parseInt(arguments[2]);
        try (TimeTracker tracker = client(arguments[0], arguments[1], HttpOptions.ofDefaults())) {
            walk(tracker, Integer.parseInt(arguments[3]));
            System.out.println(Arrays.stream(walk(tracker, entries))
                    .mapToObj(nanos -> Long.toString(nanos / 1_000_000))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static long[] walk(TimeTracker tracker, int entries) {
        long[] tenths = new long[TENTHS];
        try (CloseableIterator<TimeEntry> list =
                tracker.list(TimeEntryQuery.all()).iterator()) {
            int read = 0;
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                long start = System.nanoTime();
                for (long end = (long) entries * (tenth + 1) / TENTHS; read < end; read++) {
                    list.next();
                }
                tenths[tenth] = System.nanoTime() - start;
            }
            return tenths;
        }
    }
}
