package dev.hourbridge.kafka;

import dev.hourbridge.kafka.ReadDays.Span;
import dev.hourbridge.model.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The entries of an account that were read and sent. It is used by the thread that reads the account, but any thread
 * may acknowledge records.
 *
 * <p>Without exactly-once support, Kafka Connect commits the offsets of different months in any order. An offset
 * therefore covers everything that was read for its own month, but for other months only what Kafka has acknowledged.
 */
final class AccountState {
    /**
     * The maximum time before the start of a read at which an unseen change may have been made. Clocks differ, services
     * commit late, and the zone of a service's timestamps is not always documented.
     */
    static final Duration MARGIN = Duration.ofDays(1);

    private final Account account;
    private final Map<MonthPartition, MonthState> months;
    private final Map<String, ReadDays> days = new HashMap<>();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private Map<String, ReadDays> acknowledgedDays = new HashMap<>();
    private Progress progress;
    private Progress acknowledged;

    /**
     * Creates the state of an account.
     *
     * @param stored the state of each month that has an offset
     * @param now the current time, for an account without offsets
     */
    AccountState(Account account, Map<MonthPartition, MonthState> stored, Instant now) {
        this.account = account;
        months = new HashMap<>(stored);
        Instant watermark = Instant.EPOCH;
        Instant census = Instant.EPOCH;
        for (Map.Entry<MonthPartition, MonthState> month : stored.entrySet()) {
            Progress read = month.getValue().stored();
            if (read.days() != null) {
                days(month.getKey().project()).add(read.days());
            }
            watermark = later(watermark, read.watermark());
            census = later(census, read.census());
        }
        progress = new Progress(
                null,
                watermark.equals(Instant.EPOCH) ? now.minus(MARGIN) : watermark,
                census.equals(Instant.EPOCH) ? now : census);
        acknowledged = progress;
        acknowledgedDays = copy(days);
    }

    /** Returns the account. */
    Account account() {
        return account;
    }

    /** Returns the partition of a day. */
    MonthPartition partition(String project, LocalDate day) {
        return MonthPartition.of(account, project, day);
    }

    /** Returns the state of a month. */
    MonthState month(MonthPartition partition) {
        return months.computeIfAbsent(partition, key -> new MonthState());
    }

    /** Returns the days that were read. */
    ReadDays days(String project) {
        return days.computeIfAbsent(project, key -> new ReadDays());
    }

    /** Returns the time before which every change to the days that were read was sent. */
    Instant watermark() {
        return progress.watermark();
    }

    /** Returns the start time of the last complete census. */
    Instant census() {
        return progress.census();
    }

    /** Records that everything was read again since a time and, if there was a census, the time at which it began. */
    void passDone(Instant watermark, Instant census) {
        progress = new Progress(null, watermark, census);
    }

    /**
     * Removes an entry from all other months. Returns whether any of them had it, which means that the entry was moved.
     */
    boolean takeFromOthers(MonthPartition here, String id) {
        boolean moved = false;
        for (Map.Entry<MonthPartition, MonthState> other : months.entrySet()) {
            if (!other.getKey().equals(here) && other.getValue().knows(id)) {
                other.getValue().removed(id);
                moved = true;
            }
        }
        return moved;
    }

    /** Returns the progress that an offset of this partition may currently state. */
    Progress progress(MonthPartition partition) {
        LocalDate first = partition.month().atDay(1);
        LocalDate last = partition.month().atEndOfMonth();
        ReadDays stated = acknowledgedDays
                .getOrDefault(partition.project(), new ReadDays())
                .copy();
        days(partition.project()).within(first, last).forEach(stated::add);
        return acknowledged.with(stated.latest(partition.month()).orElse(null));
    }

    /** Counts a record that was passed to Kafka. */
    void handedOver() {
        unacknowledged.incrementAndGet();
    }

    /** Counts a record that Kafka acknowledged. */
    void acknowledged() {
        unacknowledged.decrementAndGet();
    }

    /** Marks everything read so far as acknowledged if Kafka has acknowledged every record. */
    void checkAcknowledged() {
        if (unacknowledged.get() == 0) {
            acknowledged = progress;
            acknowledgedDays = copy(days);
        }
    }

    /** Records days that were read. */
    void read(String project, Span span) {
        days(project).add(span);
    }

    private static Map<String, ReadDays> copy(Map<String, ReadDays> days) {
        Map<String, ReadDays> copy = new HashMap<>();
        days.forEach((project, read) -> copy.put(project, read.copy()));
        return copy;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
