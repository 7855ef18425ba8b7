package dev.hourbridge.kafka.connect;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The properties of a connector in a test. */
final class Connector {
    /**
     * Ends the transaction of a killed worker after ten seconds. Not for other tests: a worker that pauses for longer,
     * as on a busy machine, could not commit, and its task would fail.
     */
    static final Map<String, String> SHORT_TRANSACTIONS = Map.of("producer.override.transaction.timeout.ms", "10000");

    private Connector() {}

    /** Returns the properties of a connector without accounts, which writes to the topic of its name. */
    static Map<String, String> properties(String name, String service, LocalDate startDate) {
        Map<String, String> properties = new HashMap<>();
        properties.put("name", name);
        properties.put("connector.class", "dev.hourbridge.kafka.TimeEntrySourceConnector");
        properties.put("tasks.max", "1");
        properties.put("service", service);
        properties.put("topic", name);
        properties.put("start.date", startDate.toString());
        properties.put("poll.interval", "1s");
        properties.put("validate.connection", "false");
        return properties;
    }

    /** Returns the properties of one LiveTimer account. */
    static Map<String, String> account(String name, LiveTimerSimulator service) {
        return Map.of(
                "account." + name + ".url", service.url().toString(),
                "account." + name + ".credentials.username", service.username(),
                "account." + name + ".credentials.password", service.password());
    }

    /** Enters entries on as many days, each day as many; returns the snapshots that are expected. */
    static Set<String> fill(LiveTimerSimulator service, LocalDate first, int days, int perDay) {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < days * perDay; i++) {
            expected.add("snapshot "
                    + service.add(StoredLiveTimerEntry.durationOnly(25, first.plusDays(i / perDay), 60)
                                    .note("entry " + i)
                                    .build())
                            .id());
        }
        return expected;
    }

    /** Enters the same; each snapshot that is returned begins with the account. */
    static Set<String> fillOfAccount(LiveTimerSimulator service, LocalDate first, int days, int perDay) {
        Set<String> expected = new HashSet<>();
        fill(service, first, days, perDay)
                .forEach(entry -> expected.add(service.url().getAuthority() + " " + entry));
        return expected;
    }
}
