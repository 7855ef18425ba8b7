package dev.hourbridge.kafka;

import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/** Reads its accounts on its own threads. Each poll returns one batch. Created and called by Kafka Connect. */
public final class TimeEntrySourceTask extends SourceTask {
    private @Nullable AccountThreads threads;
    private @Nullable TransactionContext transactions;

    /** Creates a task. Called by Kafka Connect. */
    public TimeEntrySourceTask() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> props) {
        Clock clock = Clock.systemUTC();
        List<AccountReader> readers = new ArrayList<>();
        try {
            SourceSettings settings = new SourceSettings(props);
            for (AccountSettings account : settings.accounts()) {
                AccountMetrics metrics =
                        new AccountMetrics(props.getOrDefault("name", "hourbridge"), account.name(), clock);
                TimeTracker tracker = Accounts.open(account, settings, metrics::waited);
                readers.add(new AccountReader(
                        account.name(), settings, tracker, storedStates(settings, tracker, clock), metrics, clock));
                metrics.register();
            }
            transactions = transactions(props);
            threads = new AccountThreads(readers, settings);
        } catch (ConfigException e) {
            readers.forEach(AccountReader::close);
            throw new ConnectException("The configuration is invalid. " + e.getMessage(), e);
        } catch (RuntimeException e) {
            readers.forEach(AccountReader::close);
            throw e;
        }
        threads.start();
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        AccountThreads running = threads;
        Batch batch = running == null ? null : running.poll();
        if (batch == null) {
            return null;
        }
        if (transactions != null) {
            transactions.commitTransaction(batch.last());
        }
        return batch.records();
    }

    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        if (record instanceof EntryRecord entry) {
            entry.acknowledged();
        }
    }

    @Override
    public void stop() {
        if (threads != null) {
            threads.close();
            threads = null;
        }
    }

    /** Returns the stored states of the months from the first day to read. */
    private Map<MonthPartition, MonthState> storedStates(SourceSettings settings, TimeTracker tracker, Clock clock) {
        Map<Map<String, String>, MonthPartition> partitions = new HashMap<>();
        LocalDate end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(PassPlanner.DAYS_AHEAD + 1L);
        for (String project : PassPlanner.projects(tracker)) {
            for (YearMonth month = YearMonth.from(settings.startDate());
                    !month.atDay(1).isAfter(end);
                    month = month.plusMonths(1)) {
                MonthPartition partition = MonthPartition.of(tracker.account(), project, month.atDay(1));
                partitions.put(partition.toMap(), partition);
            }
        }
        Map<MonthPartition, MonthState> states = new HashMap<>();
        context.offsetStorageReader().offsets(List.copyOf(partitions.keySet())).forEach((partition, offset) -> {
            if (offset != null) {
                states.put(MonthPartition.from(partition), MonthState.from(offset));
            }
        });
        return states;
    }

    /** Returns the transactions that the connector defines; null if Kafka Connect does. */
    private @Nullable TransactionContext transactions(Map<String, String> props) {
        if (!"connector".equalsIgnoreCase(props.get("transaction.boundary"))) {
            return null;
        }
        if (context.transactionContext() == null) {
            throw new ConnectException("transaction.boundary=connector requires a distributed worker with"
                    + " exactly.once.source.support=enabled. Enable it, or remove transaction.boundary.");
        }
        return context.transactionContext();
    }
}
