package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The records of a connector in a real worker with a real broker. The service is a simulator. */
@ExtendWith(SharedWorker.class)
final class WorkerTest {
    /** More than a client waits for in one call, in the full sample: the account is read again later. */
    private static final int THROTTLES = Boolean.getBoolean("hourbridge.full") ? 12 : 3;

    private final Cluster cluster;

    WorkerTest(Cluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void entriesEditsAndDeletionsArriveInTheTopic() throws Exception {
        try (TestAccount account = account("edits", Map.of())) {
            long edited = account.enter(account.today, "draft");
            long removed = account.enter(account.today.minusDays(40), "old");
            long kept = account.enter(account.today.minusDays(2), "kept");
            account.connect(Map.of("deletes", "record+tombstone", "lookback.days", "60"));
            assertThat(Changes.of(account.read(3)))
                    .containsExactlyInAnyOrder("snapshot " + edited, "snapshot " + removed, "snapshot " + kept);

            account.edit(edited, "final");
            account.service.remove(removed);

            List<ConsumerRecord<String, String>> records = account.read(6);
            assertThat(Changes.of(records).subList(3, 6))
                    .containsExactlyInAnyOrder(
                            "updated " + edited, "deleted " + removed, "deleted " + removed + " tombstone");
            assertThat(records)
                    .filteredOn(record -> Changes.of(record).equals("updated " + edited))
                    .singleElement()
                    .satisfies(record -> assertThat(
                                    Changes.json(record.value()).path("note").asText())
                            .isEqualTo("final"));
        }
    }

    @Test
    void aDeletedEntryDisappearsFromACompactedTopic() throws Exception {
        Map<String, String> compacted = Map.of(
                "cleanup.policy", "compact",
                "segment.ms", "500",
                "min.cleanable.dirty.ratio", "0.001",
                "delete.retention.ms", "0");
        try (TestAccount account = account("compacted", compacted)) {
            String removed = Long.toString(account.enter(account.today, "removed"));
            long edited = account.enter(account.today, "one");
            account.enter(account.today, "two");
            account.connect(Map.of("deletes", "record+tombstone"));
            account.read(3);
            account.service.remove(Long.parseLong(removed));
            assertThat(Changes.of(account.read(5))).contains("deleted " + removed + " tombstone");

            Waiting.until("the topic is compacted", Duration.ofSeconds(60), () -> {
                // Only older segments are compacted: each edit begins another one.
                account.edit(edited, "at " + System.nanoTime());
                return account.read().stream()
                        .noneMatch(record -> Changes.id(record).equals(removed));
            });
            assertThat(account.read()).extracting(Changes::id).contains(Long.toString(edited));
        }
    }

    @Test
    void aThrottledServiceIsReadWhole() throws Exception {
        try (TestAccount account = account("throttled", Map.of())) {
            Set<String> expected = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                expected.add("snapshot " + account.enter(account.today.minusDays(i % 5), "entry " + i));
            }
            for (int i = 0; i < THROTTLES; i++) {
                account.service.faults().next(request -> true, Fault.throttled(Duration.ofSeconds(1)));
            }
            account.connect(Map.of());

            assertThat(Changes.of(account.read(20))).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void offsetsAreListedAndAlteredOverRest() throws Exception {
        try (TestAccount account = account("offsets", Map.of())) {
            account.enter(account.today, "x");
            account.connect(Map.of());
            account.read(1);
            account.rest().put(account.path() + "/stop", Map.of());
            Waiting.until(
                    "the connector stops",
                    TestAccount.LONGEST,
                    () -> account.rest()
                            .get(account.path() + "/status")
                            .path("connector")
                            .path("state")
                            .asText()
                            .equals("STOPPED"));

            var stored = account.rest().get(account.path() + "/offsets");
            assertThat(stored.path("offsets").findValuesAsText("month"))
                    .containsExactly(account.today.toString().substring(0, 7));
            Map<String, Object> other =
                    Map.of("offsets", List.of(Map.of("partition", Map.of("file", "x"), "offset", Map.of("line", 3))));
            assertThat(account.rest()
                            .patch(account.path() + "/offsets", other)
                            .path("message")
                            .asText())
                    .contains("service, account, month");
            assertThat(account.rest()
                            .patch(account.path() + "/offsets", stored)
                            .path("message")
                            .asText())
                    .contains("altered successfully");
        }
    }

    private TestAccount account(String topic, Map<String, String> settings) throws Exception {
        return new TestAccount(cluster, topic, settings);
    }
}
