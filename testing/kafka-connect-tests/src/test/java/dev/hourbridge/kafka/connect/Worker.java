package dev.hourbridge.kafka.connect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A distributed worker in a process of its own, so that it can be killed. */
final class Worker implements AutoCloseable {
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final Process process;
    private final Rest rest;
    private final Path log;
    private final Path heap;

    private Worker(Process process, Rest rest, Path log, Path heap) {
        this.process = process;
        this.rest = rest;
        this.log = log;
        this.heap = heap;
    }

    /**
     * Starts a worker and waits until it responds.
     *
     * @param group the group of workers that it joins
     * @param exactlyOnce whether sources write in transactions
     */
    static Worker start(Path folder, Broker broker, String group, boolean exactlyOnce) throws Exception {
        int port = Broker.freePort();
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.address());
        settings.put("group.id", group);
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        settings.put("key.converter.schemas.enable", "false");
        settings.put("value.converter.schemas.enable", "false");
        settings.put("plugin.discovery", "service_load");
        settings.put("connector.client.config.override.policy", "All");
        settings.put("config.providers", "file");
        settings.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        settings.put("session.timeout.ms", "3000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled");
        for (String topic : List.of("offset", "config", "status")) {
            settings.put(topic + ".storage.topic", topic(group, topic));
            settings.put(topic + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = Files.createTempFile(folder, "worker", ".properties");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        Path log = Files.createTempFile(folder, "worker", ".log");
        Path heap = Files.createTempFile(folder, "worker", ".gc");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:gc:file=" + heap,
                        "-Dhourbridge.level=debug",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Rest rest = new Rest(URI.create("http://127.0.0.1:" + port));
        Worker worker = new Worker(process, rest, log, heap);
        try {
            Waiting.until("the worker responds", Duration.ofMinutes(3), worker::responds);
        } catch (Throwable e) {
            worker.close();
            throw new AssertionError("The worker did not start: " + Files.readString(log), e);
        }
        return worker;
    }

    /** Returns the topic in which the workers of a group store offsets, configurations or states. */
    static String topic(String group, String kind) {
        return group + "-" + kind;
    }

    Rest rest() {
        return rest;
    }

    String log() throws Exception {
        return Files.readString(log);
    }

    /** Returns the largest heap that was in use after a collection, in MiB. */
    int heapMebibytes() throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(heap))
                .results()
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .max()
                .orElse(0);
    }

    void kill() {
        process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private boolean responds() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The worker ended with " + process.exitValue());
        }
        try {
            return rest.get("/connectors").isArray();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            kill();
        }
    }
}
