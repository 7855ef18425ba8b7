package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the source, with what the trailer of an earlier migration kept for it. What somebody
 * changed since then wins over the trailer.
 *
 * @param ids ids of the target account itself, if the entry once came from there
 */
record Restored(TimeEntry entry, Map<String, String> ids) {

    static Restored of(TimeEntry raw, Account target) {
        Trailer.Split split = Trailer.split(raw.note());
        if (split.trailer().isEmpty()) {
            return new Restored(raw, Map.of());
        }
        Trailer trailer = split.trailer().get();
        boolean blank = !trailer.get(Trailer.BLANK_NOTE).isEmpty();
        TimeEntry.Builder entry = raw.toBuilder().note(blank ? "" : split.note());
        if (trailer.get(Trailer.WRITTEN).equals(written(raw.workTime()))) {
            entry.workTime(workTime(raw.workTime(), trailer));
        }
        if (raw.billable() == Billable.UNSPECIFIED) {
            entry.billable(billable(trailer.get(Trailer.BILLABLE)));
        }
        if (raw.tags().isEmpty() && !trailer.get(Trailer.TAGS).isEmpty()) {
            entry.tags(Arrays.stream(trailer.get(Trailer.TAGS).split(","))
                    .map(Trailer::unescaped)
                    .toList());
        }
        boolean fromTarget = trailer.get(Trailer.ACCOUNT).equals(target.toString());
        return new Restored(entry.build(), fromTarget ? trailer.fields() : Map.of());
    }

    /** What the trailer says of the time, to tell whether it is still what was written. */
    static String written(WorkTime time) {
        String day = time.localDate() + "/" + time.duration().toSeconds();
        return time instanceof WorkTime.Interval interval
                ? day + "/" + interval.start().toLocalTime().truncatedTo(ChronoUnit.MINUTES)
                : day;
    }

    /** A tag in a list of tags. */
    static String tag(String tag) {
        return Trailer.escaped(tag).replace(",", "%2c");
    }

    /** The target's own id of what the entry was on before it left the target. */
    Optional<String> direct(String key) {
        return Optional.ofNullable(ids.get(key)).filter(id -> !id.isBlank());
    }

    private static Billable billable(String text) {
        return switch (text) {
            case "YES" -> Billable.YES;
            case "NO" -> Billable.NO;
            default -> Billable.UNSPECIFIED;
        };
    }

    /** The time in the trailer, if it can have been written as this one: a checksum is no signature. */
    private static WorkTime workTime(WorkTime raw, Trailer trailer) {
        try {
            WorkTime kept = kept(raw, trailer);
            long days = ChronoUnit.DAYS.between(raw.localDate(), kept.localDate());
            Duration change = kept.duration().minus(raw.duration()).abs();
            return Math.abs(days) <= Run.MARGIN_DAYS && change.compareTo(Duration.ofDays(1)) <= 0 ? kept : raw;
        } catch (DateTimeException | ArithmeticException | InvalidInputException e) {
            return raw;
        }
    }

    private static WorkTime kept(WorkTime raw, Trailer trailer) {
        String exact = trailer.get(Trailer.DURATION);
        Duration duration = exact.isEmpty() ? raw.duration() : Duration.parse(exact);
        String start = trailer.get(Trailer.START);
        if (start.equals(Trailer.NO_START)) {
            return WorkTime.on(raw.localDate(), duration);
        }
        if (!start.isEmpty()) {
            return WorkTime.from(OffsetDateTime.parse(start), duration);
        }
        return raw instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), duration)
                : WorkTime.on(raw.localDate(), duration);
    }
}
