package dev.hourbridge.kafka;

import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * A source connector that writes the time entries of many accounts to a topic, including every later edit and deletion.
 *
 * <p>Each account is read by one task. With exactly-once support and the transaction boundary {@code poll} (the
 * default) or {@code connector}, each observed version of an entry is written once.
 */
public final class TimeEntrySourceConnector extends SourceConnector {
    private Map<String, String> properties = Map.of();

    /** Creates a connector. Called by Kafka Connect. */
    public TimeEntrySourceConnector() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public ConfigDef config() {
        return SourceProperties.definition();
    }

    /**
     * Validates all properties, including those of the accounts, and reads one day of entries from each account if
     * configured to do so.
     */
    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        return new SettingsValidation(connectorConfigs).run();
    }

    @Override
    public void start(Map<String, String> props) {
        try {
            new SourceSettings(props);
        } catch (ConfigException e) {
            throw new ConnectException("The configuration is invalid. " + e.getMessage(), e);
        }
        properties = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return TimeEntrySourceTask.class;
    }

    /** Distributes the accounts among the tasks by the known number of entries in each account. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        SourceSettings settings = new SourceSettings(properties);
        List<Load> loads = new ArrayList<>();
        for (AccountSettings account : settings.accounts()) {
            loads.add(new Load(account.name(), volume(account, settings)));
        }
        loads.sort(Comparator.comparingLong(Load::volume).reversed().thenComparing(Load::account));
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < Math.min(maxTasks, loads.size()); i++) {
            groups.add(new Group());
        }
        for (Load load : loads) {
            groups.stream()
                    .min(Comparator.comparingLong(Group::volume))
                    .orElseThrow()
                    .add(load);
        }
        return groups.stream().map(group -> group.properties(properties)).toList();
    }

    @Override
    public void stop() {}

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        String boundary = connectorConfig.getOrDefault("transaction.boundary", "poll");
        return boundary.toLowerCase(Locale.ROOT).equals("interval")
                ? ExactlyOnceSupport.UNSUPPORTED
                : ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> connectorConfig) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    /** Checks that this connector can resume from offsets set by an operator. */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            MonthPartition.from(partition);
            if (offset != null) {
                MonthState.from(offset);
            }
        });
        return true;
    }

    /**
     * Returns the number of entries in the last two months of an account according to the stored offsets; 1 if unknown.
     */
    private long volume(AccountSettings account, SourceSettings settings) {
        List<Map<String, String>> partitions = new ArrayList<>();
        try (TimeTracker tracker = Accounts.open(account, settings, waited -> {})) {
            YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
            for (String project : PassPlanner.projects(tracker)) {
                for (YearMonth each : List.of(month.minusMonths(1), month)) {
                    partitions.add(MonthPartition.of(tracker.account(), project, each.atDay(1))
                            .toMap());
                }
            }
        } catch (ConfigException e) {
            return 1;
        }
        return 1
                + context().offsetStorageReader().offsets(partitions).values().stream()
                        .mapToLong(offset -> offset != null && offset.get("n") instanceof Number n ? n.longValue() : 0)
                        .sum();
    }

    private record Load(String account, long volume) {}

    /** The accounts of one task. */
    private static final class Group {
        private final List<String> accounts = new ArrayList<>();
        private long volume;

        /** Returns the volume of all accounts of this task. */
        long volume() {
            return volume;
        }

        /** Adds an account. */
        void add(Load load) {
            accounts.add(load.account());
            volume += load.volume();
        }

        /** Returns the connector's properties without those of the accounts of other tasks. */
        Map<String, String> properties(Map<String, String> all) {
            Map<String, String> own = new HashMap<>();
            all.forEach((key, value) -> {
                if (!key.startsWith("account.")
                        || accounts.stream().anyMatch(account -> key.startsWith("account." + account + "."))) {
                    own.put(key, value);
                }
            });
            own.put(SourceSettings.TASK_ACCOUNTS, String.join(",", accounts));
            return own;
        }
    }
}
