package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many accounts in one worker with a heap of 256 MiB. In each build five accounts; with {@code -Dhourbridge.full=true} 300. The
 * names and credentials come from a file, as those of hundreds of accounts do, and one password is wrong.
 */
@ExtendWith(SharedWorker.class)
final class ScaleTest {
    private static final boolean FULL = Boolean.getBoolean("hourbridge.full");
    private static final int ACCOUNTS = FULL ? 300 : 5;
    private static final int DAYS = FULL ? 20 : 5;
    private static final int PER_DAY = FULL ? 20 : 5;
    private static final int TASKS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SECRET = "wrong-password-of-one-account";

    @TempDir
    Path folder;

    private final Cluster shared;
    private final List<LiveTimerSimulator> services = new ArrayList<>();
    private final Properties file = new Properties();

    ScaleTest(Cluster shared) {
        this.shared = shared;
    }

    @Test
    void everyAccountIsReadOnceByItsTaskAndNoSecretIsShown() throws Exception {
        if (FULL) {
            try (Cluster cluster = shared.another("scale", true)) {
                read(cluster);
            }
        } else {
            read(shared);
        }
    }

    private void read(Cluster cluster) throws Exception {
        String topic = "scale";
        Broker broker = cluster.broker();
        broker.createTopic(topic);
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS - 1L);
        Map<String, String> properties = Connector.properties(topic, "livetimer", first);
        properties.put("tasks.max", Integer.toString(TASKS));
        properties.put("errors.account.tolerance", "skip");
        try {
            Set<String> expected = accounts(first, properties);
            cluster.rest().connector(topic, properties);
            broker.read(topic, LONGEST, read -> read.size() >= expected.size());
            // A second read of every account would write its repetitions now, if there were any.
            services.get(1).requests().clear();
            Waiting.until(
                    "another pass",
                    Duration.ofMinutes(2),
                    () -> services.get(1).requests().count() > 4);
            List<ConsumerRecord<String, String>> records =
                    broker.read(topic, Duration.ofSeconds(FULL ? 20 : 3), read -> read.size() > expected.size());

            assertThat(records.size()).as("records").isEqualTo(expected.size());
            assertThat(Changes.byAccount(records)).isEqualTo(expected);
            assertThat(states(cluster.rest(), topic)).hasSize(TASKS).containsOnly("RUNNING");
            assertNoSecret(cluster, topic);
            long millis =
                    records.get(records.size() - 1).timestamp() - records.get(0).timestamp();
            Figures.write(
                    "scale",
                    ACCOUNTS + " accounts, " + TASKS + " tasks: " + expected.size() + " records in " + millis + " ms, "
                            + expected.size() * 1000L / Math.max(1, millis) + " records/s, at most "
                            + cluster.worker().heapMebibytes() + " MiB of heap after a collection");
        } finally {
            services.forEach(LiveTimerSimulator::close);
        }
    }

    /** Starts the services; puts their names and passwords into a file. The first has a wrong password. */
    private Set<String> accounts(LocalDate first, Map<String, String> properties) throws Exception {
        Path secrets = folder.resolve("accounts.properties");
        Set<String> expected = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            LiveTimerSimulator service = LiveTimerSimulator.start();
            services.add(service);
            String name = "account-" + i;
            names.add(name);
            Map<String, String> account = new HashMap<>(Connector.account(name, service));
            String key = "account." + name + ".credentials.password";
            file.put(key, i == 0 ? SECRET : account.get(key));
            account.put(key, "${file:" + secrets + ":" + key + "}");
            properties.putAll(account);
            Set<String> entries = Connector.fillOfAccount(service, first, DAYS, PER_DAY);
            if (i > 0) {
                expected.addAll(entries);
            }
        }
        file.put("accounts", String.join(",", names));
        properties.put("accounts", "${file:" + secrets + ":accounts}");
        try (var out = Files.newOutputStream(secrets)) {
            file.store(out, null);
        }
        return expected;
    }

    private static List<String> states(Rest rest, String connector) throws Exception {
        List<String> states = new ArrayList<>();
        for (JsonNode task : rest.get("/connectors/" + connector + "/status").path("tasks")) {
            states.add(task.path("state").asText());
        }
        return states;
    }

    private static void assertNoSecret(Cluster cluster, String connector) throws Exception {
        for (String path : List.of("", "/config", "/status", "/tasks")) {
            assertThat(cluster.rest().get("/connectors/" + connector + path).toString())
                    .isNotEmpty()
                    .doesNotContain(SECRET);
        }
        assertThat(cluster.worker().log()).contains("Account account-0: ").doesNotContain(SECRET);
        assertThat(cluster.broker().read(cluster.configurations()))
                .isNotEmpty()
                .noneMatch(record -> record.value() != null && record.value().contains(SECRET));
    }
}
