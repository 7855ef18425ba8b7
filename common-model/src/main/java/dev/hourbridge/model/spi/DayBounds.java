package dev.hourbridge.model.spi;

import dev.hourbridge.model.TimeEntryQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The range of days that requests to a service can name. If a service does not document whether it includes the last
 * day, or in which zone days begin, the client requests more days than the query covers and filters the response.
 * Immutable.
 *
 * @param first the first day that a request can name
 * @param last the last day that a request can name; no entry has a later day
 */
public record DayBounds(LocalDate first, LocalDate last) {
    /** The days of all years with one to four digits. */
    public static final DayBounds FOUR_DIGIT_YEARS = new DayBounds(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    /** Returns the query's first day minus the given number of days; empty if the request needs no first day. */
    public Optional<LocalDate> from(TimeEntryQuery query, int daysEarlier) {
        return query.firstDay()
                .filter(first.plusDays(daysEarlier)::isBefore)
                .map(day -> day.minusDays(daysEarlier))
                .map(day -> day.isAfter(last) ? last : day);
    }

    /** Returns the query's last day plus the given number of days; empty if the request needs no last day. */
    public Optional<LocalDate> to(TimeEntryQuery query, int daysLater) {
        return query.lastDay()
                .filter(last.minusDays(daysLater)::isAfter)
                .map(day -> day.plusDays(daysLater))
                .map(day -> day.isBefore(first) ? first : day);
    }

    /**
     * Returns a time, in whole seconds, that is before {@link TimeEntryQuery#updatedSince()} in every zone; empty if
     * the request needs none. Intended for services whose zone is not documented.
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
