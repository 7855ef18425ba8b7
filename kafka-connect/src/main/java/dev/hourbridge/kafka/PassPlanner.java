package dev.hourbridge.kafka;

import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Decides which days a pass reads. Makes no request. */
final class PassPlanner {
    /** How far ahead of today entries are read; later ones are read when their day is as near as this. */
    static final int DAYS_AHEAD = 31;

    private final SourceSettings settings;
    private final TimeTracker tracker;

    /** Creates a planner for one account. */
    PassPlanner(SourceSettings settings, TimeTracker tracker) {
        this.settings = settings;
        this.tracker = tracker;
    }

    /** Returns the ranges of a pass in order, each within one month. */
    List<Range> plan(Map<MonthPartition, MonthState> states, LocalDate today, boolean census) {
        List<Range> ranges = new ArrayList<>();
        for (String project : projects(tracker)) {
            plan(project, states, today, census, ranges);
        }
        return ranges;
    }

    private void plan(
            String project,
            Map<MonthPartition, MonthState> states,
            LocalDate today,
            boolean census,
            List<Range> ranges) {
        LocalDate start = settings.startDate();
        LocalDate end = today.plusDays(DAYS_AHEAD);
        if (start.isAfter(end)) {
            return;
        }
        LocalDate lookback = later(start, today.minusDays(settings.lookbackDays()));
        LocalDate censusStart = later(start, today.minusDays(settings.censusDays()));
        YearMonth youngest = youngest(project, states);
        for (YearMonth month = YearMonth.from(start); !month.atDay(1).isAfter(end); month = month.plusMonths(1)) {
            MonthPartition partition = MonthPartition.of(tracker.account(), project, month.atDay(1));
            LocalDate first = later(start, month.atDay(1));
            LocalDate last = earlier(end, month.atEndOfMonth());
            MonthState state = states.get(partition);
            // Months are read in order: one before a month that was read is read whole, even if it had no entry to
            // store that with.
            int through = month.isBefore(youngest) ? month.lengthOfMonth() : state == null ? 0 : state.readThrough();
            LocalDate unread =
                    through >= month.lengthOfMonth() ? last.plusDays(1) : later(first, month.atDay(through + 1));
            LocalDate read = earlier(last, unread.minusDays(1));
            if (census && censusStart.isBefore(lookback)) {
                add(
                        partition,
                        Purpose.CENSUS,
                        later(first, censusStart),
                        earlier(read, lookback.minusDays(1)),
                        today,
                        ranges);
            }
            add(partition, Purpose.LOOKBACK, later(first, lookback), read, today, ranges);
            for (LocalDate day = unread; !day.isAfter(last); day = day.plusDays(settings.sliceDays())) {
                LocalDate to = earlier(last, day.plusDays(settings.sliceDays() - 1L));
                add(partition, Purpose.FIRST_READ, day, to, today, ranges);
            }
        }
    }

    private static void add(
            MonthPartition partition,
            Purpose purpose,
            LocalDate first,
            LocalDate last,
            LocalDate today,
            List<Range> ranges) {
        if (!first.isAfter(last)) {
            ranges.add(new Range(partition, purpose, first, last, today));
        }
    }

    /** Returns the youngest month of which a day was read; the first month of all for none. */
    private YearMonth youngest(String project, Map<MonthPartition, MonthState> states) {
        TreeSet<YearMonth> months = new TreeSet<>();
        months.add(YearMonth.from(settings.startDate()));
        states.forEach((partition, state) -> {
            if (partition.project().equals(project) && state.readThrough() > 0) {
                months.add(partition.month());
            }
        });
        return months.last();
    }

    /** Returns the projects that are listed one by one; one empty text if a list shows all of them. */
    static List<String> projects(TimeTracker tracker) {
        return tracker.capabilities().listedProjects().map(List::copyOf).orElse(List.of(""));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Why days are read. */
    enum Purpose {
        FIRST_READ,
        LOOKBACK,
        CENSUS
    }

    /** Days of one month, inclusive. */
    record Range(MonthPartition partition, Purpose purpose, LocalDate first, LocalDate last, LocalDate today) {
        /** Whether an unknown entry was there before the connector: days to come have new entries only. */
        boolean isSnapshot() {
            return purpose == Purpose.FIRST_READ && !last.isAfter(today);
        }
    }
}
