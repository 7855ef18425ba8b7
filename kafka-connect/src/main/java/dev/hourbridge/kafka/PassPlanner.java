package dev.hourbridge.kafka;

import dev.hourbridge.kafka.ReadDays.Span;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Determines which days a pass reads. Sends no request.
 *
 * <p>Days are grouped by month, because each month is a partition with its own offset. The most recent days are read in
 * every pass, because most edits affect them.
 */
final class PassPlanner {
    /**
     * The number of days after today for which entries are read. Entries on later days are read when their day is this
     * close.
     */
    static final int DAYS_AHEAD = 31;

    private final SourceSettings settings;
    private final TimeTracker tracker;

    /** Creates a planner for one account. */
    PassPlanner(SourceSettings settings, TimeTracker tracker) {
        this.settings = settings;
        this.tracker = tracker;
    }

    /**
     * Returns the ranges of a pass in order. Each is within one month, except ranges for changes.
     *
     * @param changes whether changes are listed by their timestamp
     * @param census whether the older days are also compared
     */
    List<Range> plan(AccountState state, LocalDate today, boolean changes, boolean census) {
        List<Range> ranges = new ArrayList<>();
        LocalDate start = settings.startDate();
        LocalDate end = today.plusDays(DAYS_AHEAD);
        for (String project : projects(tracker)) {
            if (changes && !state.days(project).within(start, end).isEmpty()) {
                ranges.add(new Range(project, Purpose.CHANGES, start, end, today));
            }
            for (YearMonth month = YearMonth.from(start); !month.atDay(1).isAfter(end); month = month.plusMonths(1)) {
                Span.of(later(start, month.atDay(1)), earlier(end, month.atEndOfMonth()))
                        .ifPresent(days -> plan(state, project, days, today, census, ranges));
            }
        }
        return ranges;
    }

    /** Plans the days of one month. */
    private void plan(
            AccountState state, String project, Span days, LocalDate today, boolean census, List<Range> ranges) {
        ReadDays read = state.days(project);
        LocalDate lookback = lookback(state, today);
        if (census) {
            LocalDate first = later(days.first(), today.minusDays(settings.censusDays()));
            int step = tracker.capabilities().announcesCount() ? 1 : 31;
            for (Span span : read.within(first, earlier(days.last(), lookback.minusDays(1)))) {
                cut(project, Purpose.CENSUS, span, step, today, ranges);
            }
        }
        for (Span span : read.within(later(days.first(), lookback), days.last())) {
            cut(project, Purpose.LOOKBACK, span, 31, today, ranges);
        }
        for (Span span : read.missing(days.first(), days.last())) {
            cut(project, Purpose.FIRST_READ, span, settings.sliceDays(), today, ranges);
        }
    }

    /**
     * Returns the first day to read again. After a period without reading, it is earlier by the length of that period.
     */
    private LocalDate lookback(AccountState state, LocalDate today) {
        LocalDate last = LocalDate.ofInstant(state.watermark().plus(AccountState.MARGIN), ZoneOffset.UTC);
        return earlier(today, last).minusDays(settings.lookbackDays());
    }

    private static void cut(String project, Purpose purpose, Span span, int step, LocalDate today, List<Range> ranges) {
        for (LocalDate day = span.first(); !day.isAfter(span.last()); day = day.plusDays(step)) {
            ranges.add(new Range(project, purpose, day, earlier(span.last(), day.plusDays(step - 1L)), today));
        }
    }

    /** Returns the projects that are listed one by one; a single empty string if one list covers all projects. */
    static List<String> projects(TimeTracker tracker) {
        return tracker.capabilities().listedProjects().map(List::copyOf).orElse(List.of(""));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The reason for reading days. */
    enum Purpose {
        /** Days that were never read. */
        FIRST_READ,
        /** Changes on days that were already read, by the service's change timestamps. */
        CHANGES,
        /** The most recent days again. */
        LOOKBACK,
        /** Older days again, if their number of entries has changed. */
        CENSUS
    }

    /**
     * Days, inclusive.
     *
     * @param project the project's id; an empty string for all projects
     */
    record Range(String project, Purpose purpose, LocalDate first, LocalDate last, LocalDate today) {
        /** Returns the days. */
        Span days() {
            return new Span(first, last);
        }

        /**
         * Returns whether entries of a day are read. Earlier days are never read; later days are read when they are
         * close enough.
         */
        boolean isInScope(LocalDate day, LocalDate start) {
            return !day.isBefore(start) && !day.isAfter(today.plusDays(DAYS_AHEAD));
        }

        /**
         * Returns whether an unknown entry may have existed before the connector started. On future days, every entry
         * is new.
         */
        boolean isSnapshot(LocalDate day) {
            return purpose == Purpose.FIRST_READ && !day.isAfter(today);
        }
    }
}
