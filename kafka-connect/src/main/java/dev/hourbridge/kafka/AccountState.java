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
 * What was read and sent of an account. Used by the thread that reads the account; records are acknowledged by any thread.
 *
 * <p>Without exactly-once support, Kafka Connect commits the offsets of one month before those of another in any order. An
 * offset therefore states of other months only what Kafka has acknowledged, and of its own month all that was read.
 */
final class AccountState {
    /**
     * How long before the start of a read a change can have been made and still be unseen: clocks differ, services commit
     * late, and the zone of a service's stamps is not always documented.
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
     * @param now the time, for an account without offsets
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

    /** Returns the moment before which every change of the days that were read was sent. */
    Instant watermark() {
        return progress.watermark();
    }

    /** Returns when the last complete census began. */
    Instant census() {
        return progress.census();
    }

    /** Notes that everything was read again since a moment, and that a census began then, if there was one. */
    void passDone(Instant watermark, Instant census) {
        progress = new Progress(null, watermark, census);
    }

    /** Removes an entry from all other months; returns whether one knew it, so that it was moved. */
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

    /** Returns the progress that an offset of this partition may state now. */
    Progress progress(MonthPartition partition) {
        LocalDate first = partition.month().atDay(1);
        LocalDate last = partition.month().atEndOfMonth();
        ReadDays stated = acknowledgedDays
                .getOrDefault(partition.project(), new ReadDays())
                .copy();
        days(partition.project()).within(first, last).forEach(stated::add);
        return acknowledged.with(stated.latest(partition.month()).orElse(null));
    }

    /** Counts a record that is on its way to Kafka. */
    void handedOver() {
        unacknowledged.incrementAndGet();
    }

    /** Counts a record that arrived. */
    void acknowledged() {
        unacknowledged.decrementAndGet();
    }

    /** Takes all that was read until now as acknowledged if every record has arrived. */
    void checkAcknowledged() {
        if (unacknowledged.get() == 0) {
            acknowledged = progress;
            acknowledgedDays = copy(days);
        }
    }

    /** Notes days that were read. */
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
