package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two workers share the tasks; one joins late, and one is killed. */
@EnabledIfSystemProperty(named = "hourbridge.full", matches = "true")
final class RebalanceTest {
    private static final int DAYS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void accountsMoveToAnotherWorkerWithoutLossesOrRepetitions() throws Exception {
        String topic = "rebalance";
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS - 1L);
        try (Broker broker = Broker.start(folder);
                LiveTimerSimulator one = LiveTimerSimulator.start();
                LiveTimerSimulator two = LiveTimerSimulator.start();
                Worker stays = Worker.start(folder, broker, true)) {
            broker.createTopic(topic);
            Map<String, String> properties = Connector.properties(topic, "livetimer", first);
            properties.putAll(Connector.account("one", one));
            properties.putAll(Connector.account("two", two));
            properties.putAll(Map.of("accounts", "one,two", "tasks.max", "2", "slice.max.records", "7"));
            Set<String> expected = new HashSet<>();
            for (LiveTimerSimulator service : List.of(one, two)) {
                service.faults().latency(Duration.ofMillis(30));
                Connector.fill(service, first, DAYS, 20)
                        .forEach(entry -> expected.add(service.url().getAuthority() + " " + entry));
            }
            stays.rest().connector(topic, properties);
            broker.read(topic, LONGEST, records -> records.size() >= 500);
            try (Worker joins = Worker.start(folder, broker, true)) {
                Waiting.until(
                        "each worker has a task",
                        LONGEST,
                        () -> stays
                                        .rest()
                                        .get("/connectors/" + topic + "/status")
                                        .path("tasks")
                                        .findValuesAsText("worker_id")
                                        .stream()
                                        .distinct()
                                        .count()
                                == 2);
                broker.read(topic, LONGEST, records -> records.size() >= 2000);
                joins.kill();
            }

            List<ConsumerRecord<String, String>> records =
                    broker.read(topic, LONGEST, read -> identified(read).size() == expected.size());
            assertThat(identified(records)).as(stays.log()).isEqualTo(expected);
            assertThat(records).hasSameSizeAs(expected);
        }
    }

    private static Set<String> identified(List<ConsumerRecord<String, String>> records) {
        Set<String> found = new HashSet<>();
        records.forEach(
                record -> found.add(Changes.json(record.key()).path("account").asText() + " " + Changes.of(record)));
        return found;
    }
}
