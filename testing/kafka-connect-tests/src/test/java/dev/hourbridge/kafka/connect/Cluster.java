package dev.hourbridge.kafka.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A broker and the workers of one group. A worker starts when it is needed; others can join, and be killed. */
final class Cluster implements AutoCloseable {
    private static final int LOG_LENGTH = 8000;

    private final Path folder;
    private final Broker broker;
    private final String group;
    private final boolean exactlyOnce;
    private final List<Worker> workers = new ArrayList<>();

    /** Creates a group without a worker. The broker is not closed with the cluster. */
    Cluster(Path folder, Broker broker, String group, boolean exactlyOnce) {
        this.folder = folder;
        this.broker = broker;
        this.group = group;
        this.exactlyOnce = exactlyOnce;
    }

    /** Returns another group of workers with the same broker. */
    Cluster another(String name, boolean withExactlyOnce) {
        return new Cluster(folder, broker, name, withExactlyOnce);
    }

    Broker broker() {
        return broker;
    }

    /** Returns the worker that joined first of those that were not killed; starts one if there is none. */
    Worker worker() throws Exception {
        return workers.isEmpty() ? join() : workers.get(0);
    }

    Rest rest() throws Exception {
        return worker().rest();
    }

    /** Starts one more worker. */
    Worker join() throws Exception {
        Worker worker = Worker.start(folder, broker, group, exactlyOnce);
        workers.add(worker);
        return worker;
    }

    void kill(Worker worker) {
        workers.remove(worker);
        worker.kill();
    }

    /**
     * Reads a topic until it has as many committed records. If it does not, fails with the connectors' status and the
     * end of the worker's log.
     */
    List<ConsumerRecord<String, String>> read(String topic, int count, Duration longest) throws Exception {
        List<ConsumerRecord<String, String>> records = broker.read(topic, longest, read -> read.size() >= count);
        if (records.size() < count) {
            throw new AssertionError(
                    "Only " + Changes.of(records) + " of " + count + " records arrived.\n" + diagnosis());
        }
        return records;
    }

    /** Returns the status of each connector and the end of the worker's log. */
    private String diagnosis() throws Exception {
        StringBuilder text = new StringBuilder();
        for (JsonNode connector : rest().get("/connectors")) {
            text.append(rest().get("/connectors/" + connector.asText() + "/status"))
                    .append('\n');
        }
        String log = worker().log();
        return text.append(log.substring(Math.max(0, log.length() - LOG_LENGTH)))
                .toString();
    }

    /** Returns the topic in which the workers store configurations. */
    String configurations() {
        return Worker.topic(group, "config");
    }

    void deleteConnectors() throws Exception {
        if (!workers.isEmpty()) {
            for (JsonNode connector : rest().get("/connectors")) {
                rest().delete("/connectors/" + connector.asText());
            }
        }
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
    }
}
