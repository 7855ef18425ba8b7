package dev.hourbridge.kafka.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The connector in a real worker with a real broker. The service is a simulator. */
final class WorkerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static Broker broker;
    private static Worker worker;

    private LiveTimerSimulator service;
    private String topic;

    @BeforeAll
    static void startWorker() throws Exception {
        broker = Broker.start(folder);
        worker = Worker.start(folder, broker, true);
    }

    @AfterAll
    static void stopWorker() throws Exception {
        if (worker != null) {
            worker.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @BeforeEach
    void startService(TestInfo test) throws Exception {
        service = LiveTimerSimulator.start();
        topic = test.getTestMethod().orElseThrow().getName();
        broker.createTopic(topic);
    }

    @AfterEach
    void stopService() throws Exception {
        worker.rest().delete("/connectors/" + topic);
        service.close();
    }

    @Test
    void entriesEditsAndDeletionsArriveInTheTopic() throws Exception {
        long edited = enter(today, "draft");
        long removed = enter(today.minusDays(40), "old");
        long kept = enter(today.minusDays(2), "kept");
        connector(Map.of("deletes", "record+tombstone", "lookback.days", "60"));

        assertThat(changes(3))
                .containsExactlyInAnyOrder("snapshot " + edited, "snapshot " + removed, "snapshot " + kept);

        edit(edited, "final");
        service.remove(removed);

        List<ConsumerRecord<String, String>> records = read(6);
        assertThat(changes(records).subList(3, 6))
                .containsExactlyInAnyOrder(
                        "updated " + edited, "deleted " + removed, "deleted " + removed + " tombstone");
        assertThat(records)
                .filteredOn(record -> change(record).equals("updated " + edited))
                .singleElement()
                .satisfies(record ->
                        assertThat(json(record.value()).path("note").asText()).isEqualTo("final"));
    }

    @Test
    void aThrottledServiceIsReadWhole() throws Exception {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            expected.add("snapshot " + enter(today.minusDays(i % 5), "entry " + i));
        }
        for (int i = 0; i < 3; i++) {
            service.faults().next(request -> true, Fault.throttled(Duration.ofSeconds(1)));
        }
        connector(Map.of());

        assertThat(changes(20)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aRejectedCredentialFailsTheTaskAndNamesTheAccount() throws Exception {
        enter(today, "x");
        connector(Map.of("account.acme.credentials.password", "wrong"));

        Waiting.until(
                "the task fails", LONGEST, () -> worker.rest().state(topic).equals("FAILED"));
        assertThat(worker.rest()
                        .get("/connectors/" + topic + "/status")
                        .path("tasks")
                        .path(0)
                        .path("trace")
                        .asText())
                .contains("Account acme: ")
                .doesNotContain("wrong");
    }

    @Test
    void oneRejectedCredentialDoesNotStopTheOtherAccounts() throws Exception {
        long entry = enter(today, "x");
        try (LiveTimerSimulator other = LiveTimerSimulator.start()) {
            connector(Map.of(
                    "accounts", "other,acme",
                    "errors.account.tolerance", "skip",
                    "account.other.url", other.url().toString(),
                    "account.other.credentials.username", other.username(),
                    "account.other.credentials.password", "wrong"));

            assertThat(changes(1)).containsExactly("snapshot " + entry);
            assertThat(worker.rest().state(topic)).isEqualTo("RUNNING");
        }
    }

    @Test
    void validationNamesEveryWrongKey() throws Exception {
        Map<String, String> properties = properties(Map.of(
                "start.date",
                "yesterday",
                "slice.days",
                "0",
                "account.acme.zone",
                "Europe/Dublin",
                "account.olive.url",
                "x"));
        properties.remove("account.acme.url");

        JsonNode result = worker.rest()
                .put("/connector-plugins/dev.hourbridge.kafka.TimeEntrySourceConnector/config/validate", properties);

        assertThat(errors(result))
                .containsExactlyInAnyOrder(
                        "start.date", "slice.days", "account.acme.url", "account.acme.zone", "account.olive.url");
    }

    @Test
    void validationReadsEachAccountWithoutShowingItsPassword() throws Exception {
        Map<String, String> properties =
                properties(Map.of("validate.connection", "true", "account.acme.credentials.password", "hunter-zwei"));

        JsonNode result = worker.rest()
                .put("/connector-plugins/dev.hourbridge.kafka.TimeEntrySourceConnector/config/validate", properties);

        assertThat(errors(result)).containsExactly("account.acme.url");
        assertThat(result.toString()).contains("Account acme: ").doesNotContain("hunter-zwei");
    }

    @Test
    void killedInTheMiddleNothingIsLostAndNothingIsRepeated() throws Exception {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            expected.add("snapshot " + enter(today.minusDays(i % 40), "entry " + i));
        }
        connector(Map.of("slice.max.records", "7", "lookback.days", "3"));
        broker.read(topic, LONGEST, records -> records.size() >= 50);

        worker.kill();
        worker = Worker.start(folder, broker, true);

        assertThat(changes(400)).containsExactlyInAnyOrderElementsOf(expected);
        enter(today, "after");
        assertThat(read(401)).hasSize(401);
    }

    private long enter(LocalDate day, String note) {
        return service.add(StoredLiveTimerEntry.durationOnly(25, day, 60)
                        .note(note)
                        .build())
                .id();
    }

    private void edit(long id, String note) {
        try (LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .build()) {
            client.update(
                    TimeEntryId.of(client.account(), Long.toString(id)),
                    TimeEntryUpdate.builder().note(note).build());
        }
    }

    private void connector(Map<String, String> changed) throws IOException, InterruptedException {
        worker.rest().connector(topic, properties(changed));
    }

    private Map<String, String> properties(Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "name", topic,
                "connector.class", "dev.hourbridge.kafka.TimeEntrySourceConnector",
                "tasks.max", "1",
                "producer.override.transaction.timeout.ms", "5000",
                "service", "livetimer",
                "accounts", "acme",
                "topic", topic,
                "start.date", today.minusDays(50).toString(),
                "poll.interval", "1s",
                "validate.connection", "false"));
        properties.put("account.acme.url", service.url().toString());
        properties.put("account.acme.credentials.username", service.username());
        properties.put("account.acme.credentials.password", service.password());
        properties.putAll(changed);
        return properties;
    }

    private List<ConsumerRecord<String, String>> read(int count) {
        List<ConsumerRecord<String, String>> records = broker.read(topic, LONGEST, read -> read.size() >= count);
        assertThat(records).as("%s", failureLog()).hasSizeGreaterThanOrEqualTo(count);
        return records;
    }

    private List<String> changes(int count) {
        return changes(read(count));
    }

    private static List<String> changes(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(WorkerTest::change).toList();
    }

    private static String change(ConsumerRecord<String, String> record) {
        String kind =
                new String(record.headers().lastHeader("hourbridge.change").value(), StandardCharsets.UTF_8);
        return kind.replace("\"", "") + " " + json(record.key()).path("id").asText()
                + (record.value() == null ? " tombstone" : "");
    }

    private static List<String> errors(JsonNode result) {
        return result.path("configs").findValues("value").stream()
                .filter(value -> !value.path("errors").isEmpty())
                .map(value -> value.path("name").asText())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String failureLog() {
        try (var logs = Files.list(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path log :
                    logs.filter(path -> path.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(log));
            }
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
