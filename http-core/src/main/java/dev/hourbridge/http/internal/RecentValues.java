package dev.hourbridge.http.internal;

import dev.hourbridge.model.WorkTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A cache that returns a recent value instead of an equal one, so the entries of a list share names, days and times.
 * Holds a fixed number of short values, regardless of what a service returns. Thread-safe.
 */
public final class RecentValues {
    private static final int SLOTS = 1024;

    /** The number of slots for a value. With only one, two values of each entry could replace each other repeatedly. */
    private static final int WAYS = 4;

    private static final int SHIFT = 24;
    private static final int FACTOR = 0x9E3779B9;

    /** Longer strings, such as notes, are rarely equal. */
    private static final int MAX_LENGTH = 64;

    private final AtomicReferenceArray<@Nullable Object> slots = new AtomicReferenceArray<>(SLOTS);
    private final NumberedValues<LocalDate> days = new NumberedValues<>(LocalDate::ofEpochDay);

    /** Larger than the number of minutes of a day. */
    private final NumberedValues<LocalTime> times = new NumberedValues<>(12, LocalTime::ofSecondOfDay);

    /** Returns an equal string. */
    public String text(String text) {
        return text.length() > MAX_LENGTH ? text : recent(text);
    }

    /** Returns an equal list. A list of several strings is returned unchanged. */
    public List<String> texts(List<String> texts) {
        return texts.size() == 1 && texts.get(0).length() <= MAX_LENGTH ? recent(List.copyOf(texts)) : texts;
    }

    /** Returns an equal time, whose day and time of day are shared if it has whole seconds. */
    private OffsetDateTime moment(OffsetDateTime moment) {
        if (moment.getNano() != 0) {
            return moment;
        }
        LocalDate day = day(moment.toLocalDate());
        LocalTime time = times.get(moment.toLocalTime().toSecondOfDay());
        return OffsetDateTime.of(LocalDateTime.of(day, time), moment.getOffset());
    }

    /** Returns an equal work time, whose days and times are shared. */
    public WorkTime workTime(WorkTime time) {
        if (time instanceof WorkTime.Interval interval) {
            return WorkTime.between(moment(interval.start()), moment(interval.end()));
        }
        return WorkTime.on(day(time.localDate()), time.duration());
    }

    /** Returns an equal day. */
    private LocalDate day(LocalDate day) {
        return days.get(day.toEpochDay());
    }

    @SuppressWarnings("unchecked") // a string equals only a string, and a list only a list of strings
    private <T> T recent(T value) {
        int group = ((value.hashCode() * FACTOR) >>> SHIFT) * WAYS;
        for (int i = group; i < group + WAYS; i++) {
            Object seen = slots.getAcquire(i);
            if (value.equals(seen)) {
                return (T) seen;
            }
        }
        for (int i = group + WAYS - 1; i > group; i--) {
            slots.setRelease(i, slots.getAcquire(i - 1));
        }
        slots.setRelease(group, value);
        return value;
    }
}
