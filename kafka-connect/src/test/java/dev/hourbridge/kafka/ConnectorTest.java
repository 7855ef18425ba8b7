package dev.hourbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;

/** How the connector checks its configuration and distributes accounts over tasks. */
final class ConnectorTest {
    private final TimeEntrySourceConnector connector = new TimeEntrySourceConnector();
    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    @Test
    void accountsAreDistributedByTheirNumberOfEntries() {
        start(properties(6));
        store("a0", 500);
        store("a1", 300);
        store("a2", 290);

        List<List<String>> tasks = tasks(3);

        assertThat(tasks).hasSize(3).anySatisfy(task -> assertThat(task).containsExactly("a0"));
        assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4", "a5");
    }

    @Test
    void aTaskReadsItsOwnAccountsAlsoIfTheirNamesAreAReference() {
        start(properties(4));

        for (Map<String, String> task : connector.taskConfigs(2)) {
            Map<String, String> resolved = new HashMap<>(task);
            // Kafka Connect puts the reference back, and resolves it to all names.
            resolved.put("accounts", "a0,a1,a2,a3");
            assertThat(new SourceSettings(resolved).accounts())
                    .extracting(AccountSettings::name)
                    .hasSize(2)
                    .allSatisfy(name -> assertThat(task).containsKey("account." + name + ".url"));
            assertThat(task.keySet().stream().filter(key -> key.endsWith(".credentials.password")))
                    .as("no credentials of other tasks")
                    .hasSize(2);
        }
    }

    @Test
    void moreTasksThanAccountsAreNotUsed() {
        start(properties(2));

        assertThat(tasks(10)).hasSize(2);
    }

    @Test
    void theSameAccountUnderTwoNamesIsInvalid() {
        Map<String, String> properties = properties(2);
        properties.put("account.a1.url", properties.get("account.a0.url"));

        assertThat(errors(properties))
                .containsOnlyKeys("account.a1.url")
                .hasEntrySatisfying(
                        "account.a1.url",
                        messages -> assertThat(messages.get(0)).contains("Account a1 is the same as a0"));
    }

    @Test
    void credentialsArePasswordsAndShownForTheirServiceOnly() {
        ConfigDef definition = SourceSettings.definition(List.of("a0"));

        for (String property : List.of("password", "apiKey", "token")) {
            assertThat(of(definition.configKeys(), "account.a0.credentials." + property).type)
                    .isEqualTo(ConfigDef.Type.PASSWORD);
        }
        assertThat(of(definition.configKeys(), "service").dependents).contains("account.a0.zone");
        Map<String, ConfigValue> values = new HashMap<>();
        definition.validate(properties(1)).forEach(value -> values.put(value.name(), value));
        assertThat(of(values, "account.a0.zone").visible()).isFalse();
        assertThat(of(values, "account.a0.credentials.password").visible()).isTrue();
    }

    @Test
    void aPasswordIsNotInTheTextOfTheSettings() {
        assertThat(new SourceSettings(properties(1)).values().toString()).doesNotContain("invented");
    }

    @Test
    void offsetsThatCannotBeResumedFromAreRejected() {
        Map<String, String> partition = Map.of("service", "livetimer", "account", "x", "month", "2024-06");
        Map<String, Object> offset =
                new MonthState().toOffset(new Progress(null, java.time.Instant.EPOCH, java.time.Instant.EPOCH));
        Map<Map<String, ?>, Map<String, ?>> removal = new HashMap<>();
        removal.put(partition, null);

        assertThat(connector.alterOffsets(Map.of(), Map.of(partition, offset))).isTrue();
        assertThat(connector.alterOffsets(Map.of(), removal)).isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(Map.of(), Map.of(partition, Map.of("page", 3))))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connector.alterOffsets(Map.of(), Map.of(Map.of("file", "x"), offset)))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connector.alterOffsets(
                        Map.of(), Map.of(Map.of("service", "x", "account", "y", "month", "June"), offset)))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void exactlyOnceDependsOnTheTransactionBoundary() {
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.exactlyOnceSupport(Map.of("transaction.boundary", "connector")))
                .isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.exactlyOnceSupport(Map.of("transaction.boundary", "INTERVAL")))
                .isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
    }

    @Test
    void aConfigurationThatIsNotValidFailsTheStart() {
        Map<String, String> properties = properties(1);
        properties.put("start.date", "yesterday");

        assertThatThrownBy(() -> connector.start(properties))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("start.date");
    }

    private void start(Map<String, String> properties) {
        connector.initialize(new Context());
        connector.start(properties);
    }

    private List<List<String>> tasks(int most) {
        return connector.taskConfigs(most).stream()
                .map(task -> List.of(of(task, "task.accounts").split(",", -1)))
                .toList();
    }

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private void store(String account, long entries) {
        YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
        offsets.put(
                Map.of("service", "livetimer", "account", account + ".example.com", "month", month.toString()),
                Map.of("n", entries));
    }

    private static Map<String, List<String>> errors(Map<String, String> properties) {
        Map<String, List<String>> errors = new HashMap<>();
        new TimeEntrySourceConnector()
                .validate(properties).configValues().stream()
                        .filter(value -> !value.errorMessages().isEmpty())
                        .forEach(value -> errors.put(value.name(), value.errorMessages()));
        return errors;
    }

    private static Map<String, String> properties(int accounts) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service", "livetimer", "topic", "hours", "start.date", "2024-03-01", "validate.connection", "false"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            String name = "a" + i;
            names.add(name);
            properties.put("account." + name + ".url", "https://" + name + ".example.com");
            properties.put("account." + name + ".credentials.username", "walter");
            properties.put("account." + name + ".credentials.password", "invented");
        }
        properties.put("accounts", String.join(",", names));
        return properties;
    }

    private final class Context implements SourceConnectorContext {
        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return offsets.getOrDefault(partition, Map.of());
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                    partitions.forEach(partition -> found.put(partition, offset(partition)));
                    return found;
                }
            };
        }

        @Override
        public void requestTaskReconfiguration() {}

        @Override
        public void raiseError(Exception e) {
            throw new AssertionError(e);
        }
    }
}
