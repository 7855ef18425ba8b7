package dev.hourbridge.kafka.connect;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A LiveTimer account {@code acme}, and a connector and topic of the same name that read it. */
final class TestAccount implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(90);

    final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    final LiveTimerSimulator service = LiveTimerSimulator.start();
    private final Cluster cluster;
    private final String topic;

    TestAccount(Cluster cluster, String topic, Map<String, String> topicSettings) throws Exception {
        this.cluster = cluster;
        this.topic = topic;
        cluster.broker().createTopic(topic, topicSettings);
    }

    Rest rest() throws Exception {
        return cluster.rest();
    }

    String path() {
        return "/connectors/" + topic;
    }

    long enter(LocalDate day, String note) {
        return service.add(StoredLiveTimerEntry.durationOnly(25, day, 60)
                        .note(note)
                        .build())
                .id();
    }

    void edit(long id, String note) {
        try (LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .build()) {
            client.update(
                    TimeEntryId.of(client.account(), Long.toString(id)),
                    TimeEntryUpdate.builder().note(note).build());
        }
    }

    void connect(Map<String, String> changed) throws Exception {
        rest().connector(topic, properties(changed));
    }

    Map<String, String> properties(Map<String, String> changed) {
        Map<String, String> properties = Connector.properties(topic, "livetimer", today.minusDays(50));
        properties.put("accounts", "acme");
        properties.putAll(Connector.account("acme", service));
        properties.putAll(changed);
        return properties;
    }

    /** Returns the records of the topic once there are as many. */
    List<ConsumerRecord<String, String>> read(int count) throws Exception {
        return cluster.read(topic, count, LONGEST);
    }

    /** Returns the records that the topic has now. */
    List<ConsumerRecord<String, String>> read() {
        return cluster.broker().read(topic);
    }

    @Override
    public void close() {
        service.close();
    }
}
