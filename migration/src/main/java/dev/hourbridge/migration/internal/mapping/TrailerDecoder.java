package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the source with the values that the trailer of an earlier migration retained, if the row is unchanged
 * since that migration.
 *
 * @param entry the entry with the retained values
 * @param ids ids of the target account, if the entry was created there
 */
record TrailerDecoder(TimeEntry entry, Map<String, String> ids) {

    /**
     * Reads the trailer of an entry. An entry without one, or whose row was edited since, is returned unchanged.
     *
     * @param source the capabilities of the source, with which the row was written
     * @param target the account to migrate to
     */
    static TrailerDecoder of(TimeEntry raw, Capabilities source, Account target) {
        Trailer.Split split = Trailer.split(raw.note());
        if (split.trailer().isEmpty()) {
            return new TrailerDecoder(raw, Map.of());
        }
        Trailer trailer = split.trailer().get();
        boolean isDefaultNote = RowDigests.ofNote(split.note()).equals(trailer.get(Trailer.DEFAULT_NOTE));
        TimeEntry.Builder entry = raw.toBuilder().note(isDefaultNote ? "" : split.note());
        if (trailer.get(Trailer.WRITTEN).equals(Trailer.timeText(raw.workTime()))) {
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
        boolean isFromTarget = trailer.get(Trailer.ACCOUNT).equals(target.toString());
        return new TrailerDecoder(entry.build(), isFromTarget ? ids(raw, source, trailer) : Map.of());
    }

    /**
     * Returns the fields of the trailer that still apply: an id is ignored if another user changed that field of the
     * row.
     */
    private static Map<String, String> ids(TimeEntry raw, Capabilities source, Trailer trailer) {
        RowDigests row = RowDigests.of(raw.id().account(), source, EntryIdentity.listed(raw));
        String written = trailer.get(Trailer.ROW);
        Map<String, String> ids = new HashMap<>(trailer.fields());
        if (!row.hasPersonOf(written)) {
            ids.remove(Trailer.PERSON);
        }
        if (!row.hasPlaceOf(written)) {
            ids.keySet().removeAll(Set.of(Trailer.PROJECT, Trailer.TASK));
        }
        if (!row.hasActivityOf(written)) {
            ids.remove(Trailer.ACTIVITY);
        }
        return Map.copyOf(ids);
    }

    /** Returns the id that the entry had on the target account before it was moved from there. */
    Optional<String> direct(String key) {
        return Optional.ofNullable(ids.get(key)).filter(id -> !id.isBlank());
    }

    /** Returns the flag of a trailer. */
    private static Billable billable(String text) {
        return switch (text) {
            case "YES" -> Billable.YES;
            case "NO" -> Billable.NO;
            default -> Billable.UNSPECIFIED;
        };
    }

    /**
     * Returns the time in the trailer if the listed time can be derived from it, because a checksum is not a signature.
     */
    private static WorkTime workTime(WorkTime raw, Trailer trailer) {
        try {
            WorkTime kept = kept(raw, trailer);
            long days = ChronoUnit.DAYS.between(raw.localDate(), kept.localDate());
            Duration change = kept.duration().minus(raw.duration()).abs();
            return Math.abs(days) <= TimeMapper.MAX_DAY_SHIFT && change.compareTo(Duration.ofDays(1)) <= 0 ? kept : raw;
        } catch (DateTimeException | ArithmeticException | InvalidInputException e) {
            return raw;
        }
    }

    /** Returns the time with the exact start and duration from the trailer. */
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
