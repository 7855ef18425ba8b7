package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users of Teamwork do to old days arrives without a census; with {@code -Dhourbridge.full=true} also in a worker without
 * transactions.
 */
@ExtendWith(SharedWorker.class)
final class TeamworkWorkerTest {
    private static final boolean FULL = Boolean.getBoolean("hourbridge.full");
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");

    private final Instant clockChange =
            ZONE.getRules().previousTransition(Instant.now()).getInstant();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final Cluster shared;

    TeamworkWorkerTest(Cluster shared) {
        this.shared = shared;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void entriesThatAreBackDatedEditedAndMovedOutsideTheLookbackArriveOnce(boolean exactlyOnce) throws Exception {
        assumeTrue(FULL || exactlyOnce, "with -Dhourbridge.full=true");
        if (exactlyOnce) {
            entriesArriveOnce(shared, "teamwork");
        } else {
            try (Cluster cluster = shared.another("teamwork", false)) {
                entriesArriveOnce(cluster, "teamwork-at-least-once");
            }
        }
    }

    private void entriesArriveOnce(Cluster cluster, String topic) throws Exception {
        Broker broker = cluster.broker();
        try (TeamworkSimulator service = TeamworkSimulator.builder().zone(ZONE).start();
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(service.url().toString())
                        .zone(ZONE)
                        .apiKey(service.apiKey())
                        .build()) {
            broker.createTopic(topic);
            long before = enter(service, clockChange.minusSeconds(1800));
            long after = enter(service, clockChange.plusSeconds(1800));
            long old = enter(service, at(100));
            long moved = enter(service, at(1));
            cluster.rest().connector(topic, properties(topic, service));
            List<ConsumerRecord<String, String>> snapshots = cluster.read(topic, 4, LONGEST);
            assertThat(start(snapshots, before).plusSeconds(3600)).isEqualTo(start(snapshots, after));

            long backDated = enter(service, at(90));
            client.update(
                    id(client, old), TimeEntryUpdate.builder().note("edited").build());
            client.update(
                    id(client, moved),
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.from(at(80).atOffset(ZoneOffset.UTC), Duration.ofHours(1)))
                            .build());
            cluster.read(topic, 7, LONGEST);
            service.requests().clear();
            Waiting.until("two more passes", LONGEST, () -> service.requests().count() > 12);

            assertThat(Changes.of(cluster.read(topic, 7, LONGEST)).subList(4, 7))
                    .containsExactlyInAnyOrder("created " + backDated, "updated " + old, "updated " + moved);
            assertThat(broker.read(topic, Duration.ofSeconds(1), records -> records.size() > 7))
                    .hasSize(7);
        }
    }

    private Map<String, String> properties(String topic, TeamworkSimulator service) {
        Map<String, String> properties = Connector.properties(topic, "teamwork", today.minusDays(300));
        properties.putAll(Map.of(
                "accounts", "acme",
                "slice.days", "31",
                "account.acme.url", service.url().toString(),
                "account.acme.zone", ZONE.getId(),
                "account.acme.credentials.apiKey", service.apiKey()));
        return properties;
    }

    private Instant at(int daysAgo) {
        return today.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static long enter(TeamworkSimulator service, Instant start) {
        return service.add(StoredTeamworkEntry.builder(999, 999, start, 60).build())
                .id();
    }

    private static TimeEntryId id(TeamworkClient client, long id) {
        return client.entryId(Long.toString(id));
    }

    private static Instant start(List<ConsumerRecord<String, String>> records, long id) {
        return records.stream()
                .filter(record -> Changes.id(record).equals(Long.toString(id)))
                .map(record -> Instant.ofEpochMilli(
                        Changes.json(record.value()).path("start_utc").asLong()))
                .findFirst()
                .orElseThrow();
    }
}
