package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of Teamwork do to old days arrives without a census, in a worker without transactions. */
final class TeamworkWorkerTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    private static final String TOPIC = "teamwork";

    private final Instant clockChange =
            ZONE.getRules().previousTransition(Instant.now()).getInstant();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void entriesThatAreBackDatedEditedAndMovedOutsideTheLookbackArriveOnce() throws Exception {
        try (Broker broker = Broker.start(folder);
                TeamworkSimulator service =
                        TeamworkSimulator.builder().zone(ZONE).start();
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(service.url().toString())
                        .zone(ZONE)
                        .apiKey(service.apiKey())
                        .build();
                Worker worker = Worker.start(folder, broker, false)) {
            broker.createTopic(TOPIC);
            long before = enter(service, clockChange.minusSeconds(1800));
            long after = enter(service, clockChange.plusSeconds(1800));
            long old = enter(service, at(100));
            long moved = enter(service, at(1));
            worker.rest().connector(TOPIC, properties(service));
            List<ConsumerRecord<String, String>> snapshots = read(broker, 4);
            assertThat(start(snapshots, before).plusSeconds(3600)).isEqualTo(start(snapshots, after));

            long backDated = enter(service, at(90));
            client.update(
                    id(client, old), TimeEntryUpdate.builder().note("edited").build());
            client.update(
                    id(client, moved),
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.from(at(80).atOffset(ZoneOffset.UTC), Duration.ofHours(1)))
                            .build());
            read(broker, 7);
            service.requests().clear();
            Waiting.until("two more passes", LONGEST, () -> service.requests().count() > 12);

            assertThat(Changes.of(read(broker, 7)).subList(4, 7))
                    .containsExactlyInAnyOrder("created " + backDated, "updated " + old, "updated " + moved);
            assertThat(broker.read(TOPIC, Duration.ofSeconds(1), records -> records.size() > 7))
                    .hasSize(7);
        }
    }

    private Map<String, String> properties(TeamworkSimulator service) {
        Map<String, String> properties = Connector.properties(TOPIC, "teamwork", today.minusDays(300));
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

    private static List<ConsumerRecord<String, String>> read(Broker broker, int count) {
        List<ConsumerRecord<String, String>> records = broker.read(TOPIC, LONGEST, read -> read.size() >= count);
        assertThat(records).hasSizeGreaterThanOrEqualTo(count);
        return records;
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
