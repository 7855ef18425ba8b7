package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules for the service's own total and count, if it reports them.
 *
 * <p>A total is the only value that the service computes independently of its list. A migration compares the total with
 * the list, so both must cover the same entries.
 */
interface TotalRules extends Suite {
    /**
     * The total of a query equals the sum of the durations that it lists, for every kind of total that the capabilities
     * state, or there is no total.
     */
    @Test
    default void sumsWhatItLists() {
        TimeTracker tracker = service().tracker();
        TotalKind kind = tracker.capabilities().total();
        Queries queries = new Queries(service());
        queries.surround();
        List<TimeEntry> all = tracker.list(TimeEntryQuery.all()).stream().toList();
        List<TimeEntryQuery> asked = new ArrayList<>(queries.all());
        asked.addAll(quietRanges(all));

        for (TimeEntryQuery query : asked) {
            Optional<Duration> total = tracker.total(query);
            if (kind == TotalKind.NONE) {
                assertThat(total).as("%s", query).isEmpty();
            } else if (total.isPresent() && (kind == TotalKind.BY_LOCAL_DATE || isComparable(query, all))) {
                assertThat(total).as("%s", query).contains(sum(query, all));
            }
        }
    }

    /** Ensures that the previous rule is not satisfied by empty results. */
    @Test
    default void sumsTheWholeAndARangeOfItWhereItSums() {
        TimeTracker tracker = service().tracker();
        new Queries(service()).surround();
        List<TimeEntry> all = tracker.list(TimeEntryQuery.all()).stream().toList();
        if (tracker.capabilities().total() == TotalKind.NONE) {
            assertThat(tracker.total(TimeEntryQuery.all())).isEmpty();
            return;
        }
        List<TimeEntryQuery> ranges = quietRanges(all);

        assertThat(tracker.total(TimeEntryQuery.all())).contains(sum(TimeEntryQuery.all(), all));
        assertThat(ranges).isNotEmpty();
        assertThat(tracker.total(ranges.get(0))).contains(sum(ranges.get(0), all));
    }

    /** The count of a query equals the number of entries that it lists, or there is no count. */
    @Test
    default void countsWhatItLists() {
        TimeTracker tracker = service().tracker();
        boolean counts = tracker.capabilities().announcesCount();
        Queries queries = new Queries(service());
        queries.surround();
        List<TimeEntry> all = tracker.list(TimeEntryQuery.all()).stream().toList();
        List<TimeEntryQuery> asked = new ArrayList<>(queries.all());
        asked.addAll(quietRanges(all));
        boolean byLocalDate = tracker.capabilities().total() != TotalKind.BY_FIXED_OFFSET;

        for (TimeEntryQuery query : asked) {
            long before = service().requests();
            OptionalLong count = tracker.count(query);
            assertThat(service().requests() - before).isLessThanOrEqualTo(2);
            if (!counts) {
                assertThat(count).as("%s", query).isEmpty();
            } else if (count.isPresent() && (byLocalDate || isComparable(query, all))) {
                assertThat(count)
                        .as("%s", query)
                        .hasValue(all.stream().filter(query::matches).count());
            }
        }
        if (counts) {
            assertThat(tracker.count(TimeEntryQuery.all())).hasValue(all.size());
            TimeEntryQuery range = quietRanges(all).get(0);
            assertThat(tracker.count(range))
                    .hasValue(all.stream().filter(range::matches).count());
        }
    }

    /** A service reports no total or count for entries by the time of their last change. */
    @Test
    default void neitherSumsNorCountsWhatWasUpdatedSince() {
        TimeEntryQuery query =
                TimeEntryQuery.builder().updatedSince(Instant.EPOCH).build();

        assertThat(service().tracker().total(query)).isEmpty();
        assertThat(service().tracker().count(query)).isEmpty();
    }

    /** Returns the sum of the entries that match. */
    private static Duration sum(TimeEntryQuery query, List<TimeEntry> all) {
        return all.stream()
                .filter(query::matches)
                .map(entry -> entry.workTime().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Ranges of some entries with nothing near their ends, where no offset can matter. */
    private static List<TimeEntryQuery> quietRanges(List<TimeEntry> all) {
        return Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(3))
                .limit(100)
                .map(first -> Queries.range(first, first.plusDays(60)))
                .filter(range -> isComparable(range, all) && all.stream().anyMatch(range::matches))
                .limit(10)
                .toList();
    }

    /** Whether no entry with a start is so near an end of the range that another offset puts it outside, or inside. */
    private static boolean isComparable(TimeEntryQuery query, List<TimeEntry> all) {
        return Stream.concat(query.firstDay().stream(), query.lastDay().map(day -> day.plusDays(1)).stream())
                .allMatch(edge -> all.stream()
                        .filter(entry -> entry.workTime() instanceof WorkTime.Interval)
                        .map(entry -> entry.workTime().localDate())
                        .noneMatch(day -> !day.isBefore(edge.minusDays(2)) && !day.isAfter(edge.plusDays(1))));
    }
}
