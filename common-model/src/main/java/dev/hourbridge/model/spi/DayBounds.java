package dev.hourbridge.model.spi;

import dev.hourbridge.model.TimeEntryQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days that a service's requests can name. Where it is not documented whether a service includes the last day, or in
 * which zone it cuts days, a client requests more days than the query has, and filters the response. Immutable.
 *
 * @param first the first day that a request can name
 * @param last the last day that a request can name; no entry is on a later one
 */
public record DayBounds(LocalDate first, LocalDate last) {
    /** The years of one to four digits. */
    public static final DayBounds FOUR_DIGIT_YEARS = new DayBounds(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    /** Returns the query's first day, this many days earlier; empty if the request needs no first day. */
    public Optional<LocalDate> from(TimeEntryQuery query, int daysEarlier) {
        return query.firstDay()
                .filter(first.plusDays(daysEarlier)::isBefore)
                .map(day -> day.minusDays(daysEarlier))
                .map(day -> day.isAfter(last) ? last : day);
    }

    /** Returns the query's last day, this many days later; empty if the request needs no last day. */
    public Optional<LocalDate> to(TimeEntryQuery query, int daysLater) {
        return query.lastDay()
                .filter(last.minusDays(daysLater)::isAfter)
                .map(day -> day.plusDays(daysLater))
                .map(day -> day.isBefore(first) ? first : day);
    }

    /**
     * Returns a time to the second that is before {@link TimeEntryQuery#updatedSince()} in every zone, for services whose
     * zone is not documented; empty if the request needs none.
     */
    public Optional<LocalDateTime> updatedAfter(TimeEntryQuery query) {
        Instant earliest = first.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant latest = last.atStartOfDay().toInstant(ZoneOffset.UTC);
        return query.updatedSince()
                .filter(earliest::isBefore)
                .map(since -> since.isAfter(latest) ? latest : since.truncatedTo(ChronoUnit.SECONDS))
                .map(since -> LocalDateTime.ofInstant(since, ZoneOffset.UTC).minusDays(1));
    }
}
