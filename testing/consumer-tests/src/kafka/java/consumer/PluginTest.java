package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin as it is downloaded: unpacked into a directory that holds nothing else, for a worker of Kafka's own jars. */
class PluginTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLASS = "dev.hourbridge.kafka.TimeEntrySourceConnector";
    private static final Path PLUGINS = Path.of("target/plugins").toAbsolutePath();
    private static final int ENTRIES = 40;

    @TempDir
    Path folder;

    @Test
    void thePluginHasItsOwnJarsAndNoneOfKafka() throws IOException {
        List<String> names;
        try (var files = Files.walk(PLUGINS)) {
            names = files.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList();
        }
        assertThat(names)
                .anyMatch(name -> name.startsWith("kafka-connect-"))
                .anyMatch(name -> name.startsWith("livetimer-client-"))
                .contains("hourbridge-source.properties", "LICENSE")
                .noneMatch(name -> name.matches("(connect-api|connect-.*runtime|kafka-clients|slf4j).*"));
        try (var roots = Files.list(PLUGINS)) {
            assertThat(roots).hasSize(1);
        }
        assertThat(Files.readString(Path.of("target/kafka.classpath"))).doesNotContain("hourbridge/");
    }

    @Test
    void aDistributedWorkerFindsValidatesAndRunsThePlugin() throws Exception {
        try (Kafka kafka = Kafka.start(folder);
                Simulated service = Simulated.start(folder, ENTRIES)) {
            int port = Kafka.freePort();
            String file = Started.file(folder, "worker.properties", worker(kafka, port))
                    .toString();
            try (Started worker =
                    Started.kafka(folder, Map.of(), "org.apache.kafka.connect.cli.ConnectDistributed", file)) {
                URI rest = URI.create("http://127.0.0.1:" + port);
                worker.await("the REST interface", () -> isReady(rest));

                JsonNode found = get(rest, "/connector-plugins");
                assertThat(found.findValuesAsText("class")).contains(CLASS);
                for (JsonNode plugin : found) {
                    if (plugin.path("class").asText().equals(CLASS)) {
                        assertThat(plugin.path("version").asText()).isEqualTo(System.getProperty("plugin.version"));
                    }
                }
                Map<String, String> properties = connector(service);
                String validate = "/connector-plugins/" + CLASS + "/config/validate";
                assertThat(wrong(put(rest, validate, properties))).isEmpty();
                properties.put("lookback.days", "many");
                assertThat(wrong(put(rest, validate, properties))).containsExactly("lookback.days");
                properties.remove("lookback.days");

                worker.await(
                        "the connector",
                        () -> !put(rest, "/connectors/hours/config", properties).has("error_code"));
                assertThat(kafka.read("hours", ENTRIES)).hasSize(ENTRIES);
            }
        }
    }

    @Test
    void theExampleRunsInAStandaloneWorker() throws Exception {
        Path example = Path.of(System.getProperty("example"));
        try (Kafka kafka = Kafka.start(folder);
                Simulated service = Simulated.start(folder, ENTRIES)) {
            // The files as they are, except for what depends on this machine.
            Map<String, String> worker = read(example.resolve("worker.properties"));
            worker.put("bootstrap.servers", kafka.address());
            worker.put("plugin.path", PLUGINS.toString());
            worker.put("offset.storage.file.filename", folder.resolve("offsets").toString());
            worker.put("listeners", "http://127.0.0.1:" + Kafka.freePort());
            Map<String, String> source = read(example.resolve("hourbridge-source.properties"));
            assertThat(source).containsKey("account.simulated.url");
            source.put("account.simulated.url", service.url());
            try (Started connect = Started.kafka(
                    folder,
                    Map.of(
                            "LIVETIMER_USERNAME", service.credential("username"),
                            "LIVETIMER_PASSWORD", service.credential("password")),
                    "org.apache.kafka.connect.cli.ConnectStandalone",
                    Started.file(folder, "worker.properties", worker).toString(),
                    Started.file(folder, "source.properties", source).toString())) {
                List<ConsumerRecord<String, String>> records = kafka.read("time-entries", ENTRIES);
                assertThat(records).as(connect.output()).hasSize(ENTRIES);
                assertThat(records.get(0).value()).contains("\"service\":\"livetimer\"");
            }
        }
    }

    private static Map<String, String> worker(Kafka kafka, int port) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "bootstrap.servers", kafka.address(),
                "group.id", "hourbridge",
                "listeners", "http://127.0.0.1:" + port,
                "plugin.path", PLUGINS.toString(),
                "plugin.discovery", "service_load",
                "exactly.once.source.support", "enabled",
                "key.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter"));
        for (String topic : List.of("offset", "config", "status")) {
            settings.put(topic + ".storage.topic", "connect-" + topic + "s");
            settings.put(topic + ".storage.replication.factor", "1");
        }
        return settings;
    }

    private static Map<String, String> connector(Simulated service) {
        return new HashMap<>(Map.of(
                "name", "hours",
                "connector.class", CLASS,
                "service", "livetimer",
                "topic", "hours",
                "start.date", "2024-01-01",
                "accounts", "simulated",
                "account.simulated.url", service.url(),
                "account.simulated.credentials.username", service.credential("username"),
                "account.simulated.credentials.password", service.credential("password")));
    }

    private static List<String> wrong(JsonNode validation) {
        return validation.path("configs").findValues("value").stream()
                .filter(value -> !value.path("errors").isEmpty())
                .map(value -> value.path("name").asText())
                .toList();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    private static boolean isReady(URI rest) throws InterruptedException {
        try {
            return get(rest, "/connectors").isArray();
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode get(URI rest, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(rest.resolve(path)));
    }

    private static JsonNode put(URI rest, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(rest.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body());
    }
}
