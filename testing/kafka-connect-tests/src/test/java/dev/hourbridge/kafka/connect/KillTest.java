package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A worker that is killed again and again while it reads an account. In each build it is killed once, with
 * exactly-once support; with {@code -Dhourbridge.full=true} five times, and also without.
 */
@ExtendWith(SharedWorker.class)
final class KillTest {
    private static final boolean FULL = Boolean.getBoolean("hourbridge.full");
    private static final int KILLS = FULL ? 5 : 1;
    private static final int DAYS = FULL ? 100 : 10;
    private static final int PER_DAY = 20;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final Cluster shared;

    KillTest(Cluster shared) {
        this.shared = shared;
    }

    @ParameterizedTest
    @CsvSource({"true, poll", "true, connector", "false, poll"})
    void nothingIsLostAndWithExactlyOnceNothingIsRepeated(boolean exactlyOnce, String boundary) throws Exception {
        assumeTrue(FULL || (exactlyOnce && boundary.equals("poll")), "with -Dhourbridge.full=true");
        if (exactlyOnce) {
            assertThat(repeats(shared, "exactly-once on, boundary " + boundary, boundary))
                    .isZero();
        } else {
            try (Cluster cluster = shared.another("kills", false)) {
                repeats(cluster, "exactly-once off", "");
            }
        }
    }

    /** Kills the worker while it reads. Returns the number of repeats; fails if something is lost. */
    private int repeats(Cluster cluster, String title, String boundary) throws Exception {
        String topic = "kills-" + boundary;
        cluster.broker().createTopic(topic);
        try (LiveTimerSimulator service = LiveTimerSimulator.start()) {
            LocalDate first = today.minusDays(DAYS - 1L);
            Set<String> expected = Connector.fill(service, first, DAYS, PER_DAY);
            service.faults().latency(Duration.ofMillis(20));
            cluster.rest().connector(topic, properties(topic, service, first, boundary));
            for (int kill = 1; kill <= KILLS; kill++) {
                int until = expected.size() * kill / (KILLS + 1);
                cluster.broker().read(topic, LONGEST, records -> records.size() >= until);
                cluster.kill(cluster.worker());
                cluster.join();
            }
            List<ConsumerRecord<String, String>> records = cluster.broker()
                    .read(topic, LONGEST, read -> new HashSet<>(Changes.of(read)).size() == expected.size());
            Set<String> unique = new HashSet<>(Changes.of(records));
            int repeats = records.size() - unique.size();
            Figures.write(
                    "kills",
                    title + ": " + KILLS + " kills, " + expected.size() + " entries, " + repeats + " repeats, "
                            + (expected.size() - unique.size()) + " lost");

            assertThat(unique).as(cluster.worker().log()).isEqualTo(expected);
            return repeats;
        }
    }

    private static Map<String, String> properties(
            String topic, LiveTimerSimulator service, LocalDate first, String boundary) {
        Map<String, String> properties = Connector.properties(topic, "livetimer", first);
        properties.putAll(Connector.SHORT_TRANSACTIONS);
        properties.putAll(Connector.account("acme", service));
        properties.putAll(Map.of("accounts", "acme", "slice.max.records", "7", "lookback.days", "3"));
        if (!boundary.isEmpty()) {
            properties.put("transaction.boundary", boundary);
        }
        return properties;
    }
}
