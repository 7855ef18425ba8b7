package dev.hourbridge.model.spi;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides the days of a query into consecutive ranges, each as long as its number of rows allows. If the query has no
 * first day, the first range has none; if it has no last day, the last range has none. Together, the ranges therefore
 * always cover all days of the query. Use it from one thread only.
 */
final class DateRanges {
    private static final String DAY = "([+-]?\\d{4,9}-\\d\\d-\\d\\d)?";
    private static final Pattern TOKEN = Pattern.compile(DAY + "\\.\\." + DAY + "(?::(.+))?");
    private static final long LONGEST = 366;
    private static final int MAX_GROWTH = 4;

    private final TimeEntryQuery query;
    private final DaySource source;
    private final @Nullable LocalDate end;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable LocalDate earliest;
    private long days;

    /** The ranges after the one at hand that are requested by now, which other numbers of rows do not change. */
    private final Deque<Range> fixed = new ArrayDeque<>();

    private record Range(LocalDate first, @Nullable LocalDate last) {}

    DateRanges(TimeEntryQuery query, DaySource source) {
        this.query = query;
        this.source = source;
        first = query.firstDay().orElse(null);
        end = query.lastDay().orElse(null);
        days = source.daysAtFirst();
        last = days == Integer.MAX_VALUE ? end : lastOf(first);
    }

    /** Returns the current range as a query. */
    TimeEntryQuery part() {
        return query.withDays(first, last);
    }

    /** Returns whether the current range covers all days of the query. */
    boolean isWhole() {
        return part().equals(query);
    }

    /** Advances to the next range. Returns false after the last range. */
    boolean next(long rows) {
        if (last == null || last.equals(end)) {
            return false;
        }
        LocalDate from = first == null ? earliest : first;
        if (from != null) {
            long length = DAYS.between(from, last) + 1;
            days = Math.min(length * MAX_GROWTH, Math.max(1, length * source.rowsAimedAt() / Math.max(1, rows)));
        }
        Range next = fixed.isEmpty() ? after(last) : fixed.remove();
        first = next.first;
        last = next.last;
        return true;
    }

    private Range after(LocalDate day) {
        LocalDate from = day.plusDays(1);
        return new Range(from, lastOf(from));
    }

    /** Fixes the ranges that follow the current one and returns them as queries, at most {@code count}. */
    List<TimeEntryQuery> following(int count) {
        while (fixed.size() < count) {
            LocalDate before = fixed.isEmpty() ? last : fixed.getLast().last;
            if (before == null || before.equals(end)) {
                break;
            }
            fixed.add(after(before));
        }
        return fixed.stream()
                .map(range -> query.withDays(range.first, range.last))
                .toList();
    }

    /** Without a last day only the service can say whether the rest fits: it is asked each time. */
    private @Nullable LocalDate lastOf(@Nullable LocalDate from) {
        return from == null || end == null || DAYS.between(from, end) < days ? end : from.plusDays(days - 1);
    }

    /** Shortens the current range because it has too many rows. Returns false if the range is only one day. */
    boolean shorten() {
        fixed.clear();
        LocalDate from = first == null ? begin() : first;
        if (from == null) {
            return false;
        }
        if (last == null) {
            days = Math.min(days, LONGEST);
        } else {
            long length = DAYS.between(from, last) + 1;
            if (length <= 1) {
                return false;
            }
            days = length / 2;
        }
        last = from.plusDays(days - 1);
        return true;
    }

    private @Nullable LocalDate begin() {
        if (earliest == null) {
            earliest = source.earliest().orElse(null);
        }
        return earliest;
    }

    /** Returns the token of a page of the current range; null for the first page of a list that is not divided. */
    @Nullable
    PageToken token(@Nullable PageToken page) {
        if (isWhole()) {
            return page;
        }
        String range = (first == null ? "" : first) + ".." + (last == null ? "" : last);
        return PageToken.parse(page == null ? range : range + ":" + page);
    }

    /** Moves to the range that a token names. Returns the page within the range; null for its first page. */
    @Nullable
    PageToken enter(PageToken token) {
        Matcher range = TOKEN.matcher(token.toString());
        if (!range.matches()) {
            first = query.firstDay().orElse(null);
            last = end;
            return token;
        }
        try {
            first = day(range.group(1));
            last = day(range.group(2));
        } catch (DateTimeException e) {
            throw foreign();
        }
        boolean within = query.firstDay()
                        .map(day -> first != null && !first.isBefore(day))
                        .orElse(true)
                && (end == null || (last != null && !last.isAfter(end)));
        if (!within || (first != null && last != null && last.isBefore(first))) {
            throw foreign();
        }
        if (first != null && last != null) {
            days = DAYS.between(first, last) + 1;
        }
        return range.group(3) == null ? null : PageToken.parse(range.group(3));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static InvalidInputException foreign() {
        return new InvalidInputException(
                "page token", "days that are not part of this list", "use a token that this list returned");
    }
}
