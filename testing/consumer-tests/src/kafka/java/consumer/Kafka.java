package consumer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A broker of one node, formatted and started as an operator does. */
final class Kafka implements AutoCloseable {
    private final Started broker;
    private final String address;

    private Kafka(Started broker, String address) {
        this.broker = broker;
        this.address = address;
    }

    static Kafka start(Path folder) throws Exception {
        int port = freePort();
        int controller = freePort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controller,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.resolve("broker").toString(),
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1"));
        settings.put("group.initial.rebalance.delay.ms", "0");
        String file = Started.file(folder, "server.properties", settings).toString();
        try (Started format = Started.kafka(
                folder,
                Map.of(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                file)) {
            format.awaitEnd();
        }
        return new Kafka(Started.kafka(folder, Map.of(), "kafka.Kafka", file), "127.0.0.1:" + port);
    }

    String address() {
        return address;
    }

    /** Reads a topic until it has records of as many different keys. */
    List<ConsumerRecord<String, String>> read(String topic, int keys) throws Exception {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            broker.await("the topic " + topic, () -> consumer.listTopics().containsKey(topic));
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            broker.await(keys + " entries", () -> {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                return records.stream().map(ConsumerRecord::key).distinct().count() >= keys;
            });
        }
        return records;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        broker.close();
    }
}
