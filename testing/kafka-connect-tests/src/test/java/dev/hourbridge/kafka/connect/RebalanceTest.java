package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task moves to a worker that joins while the accounts are read, and back when that worker is killed or stopped. */
@EnabledIfSystemProperty(named = "hourbridge.full", matches = "true")
@ExtendWith(SharedWorker.class)
final class RebalanceTest {
    private static final int DAYS = 60;
    private static final int PER_DAY = 20;
    private static final int FIRST_REQUESTS = 15;
    private static final int MORE_REQUESTS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS - 1L);
    private final Cluster shared;

    RebalanceTest(Cluster shared) {
        this.shared = shared;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accountsMoveToAnotherWorkerAndBackWithoutLossesOrRepetitions(boolean killed) throws Exception {
        String topic = killed ? "rebalance-killed" : "rebalance-stopped";
        Broker broker = shared.broker();
        broker.createTopic(topic);
        try (Cluster cluster = shared.another(topic, true);
                HeldAccount one = new HeldAccount(first);
                HeldAccount two = new HeldAccount(first)) {
            Set<String> expected = new HashSet<>(one.entries);
            expected.addAll(two.entries);
            Map<String, String> properties = Connector.properties(topic, "livetimer", first);
            properties.putAll(Connector.SHORT_TRANSACTIONS);
            properties.putAll(Connector.account("one", one.service));
            properties.putAll(Connector.account("two", two.service));
            properties.putAll(
                    Map.of("accounts", "one,two", "tasks.max", "2", "slice.max.records", "7", "lookback.days", "3"));
            cluster.rest().connector(topic, properties);
            Waiting.until("both accounts are read", LONGEST, () -> one.isHeld() && two.isHeld());

            Worker joined = cluster.join();
            awaitTasks(cluster, topic, 2);
            int before = broker.read(topic).size();
            one.permit(MORE_REQUESTS);
            two.permit(MORE_REQUESTS);
            broker.read(topic, LONGEST, records -> records.size() > before + 10 * PER_DAY);
            if (killed) {
                cluster.kill(joined);
            } else {
                joined.close();
            }
            awaitTasks(cluster, topic, 1);
            assertThat(broker.read(topic))
                    .as("records before the rest is released")
                    .hasSizeLessThan(expected.size());
            one.permit(Integer.MAX_VALUE);
            two.permit(Integer.MAX_VALUE);

            broker.read(topic, LONGEST, read -> Changes.byAccount(read).size() >= expected.size());
            List<ConsumerRecord<String, String>> records =
                    broker.read(topic, Duration.ofSeconds(5), read -> read.size() > expected.size());
            assertThat(Changes.byAccount(records)).as(cluster.worker().log()).isEqualTo(expected);
            assertThat(records.size()).as("records").isEqualTo(expected.size());
        }
    }

    /** Waits until both tasks run, on this number of workers. */
    private static void awaitTasks(Cluster cluster, String connector, int workers) throws Exception {
        Waiting.until("both tasks run on " + workers + " workers", LONGEST, () -> {
            JsonNode tasks =
                    cluster.rest().get("/connectors/" + connector + "/status").path("tasks");
            return tasks.findValuesAsText("state").equals(List.of("RUNNING", "RUNNING"))
                    && new HashSet<>(tasks.findValuesAsText("worker_id")).size() == workers;
        });
    }

    /** An account whose responses are held after a number of requests. */
    private static final class HeldAccount implements AutoCloseable {
        final LiveTimerSimulator service = LiveTimerSimulator.start();
        final Set<String> entries;
        private final AtomicInteger permits = new AtomicInteger(FIRST_REQUESTS);

        HeldAccount(LocalDate first) {
            entries = Connector.fillOfAccount(service, first, DAYS, PER_DAY);
            service.faults()
                    .latency(Duration.ofMillis(20))
                    .always(request -> permits.getAndUpdate(left -> Math.max(0, left - 1)) == 0, Fault.held());
        }

        boolean isHeld() {
            return permits.get() == 0 && service.faults().fired() > 0;
        }

        void permit(int requests) {
            permits.set(requests);
            service.faults().release();
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
