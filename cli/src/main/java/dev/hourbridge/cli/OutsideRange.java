package dev.hourbridge.cli;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.Pages;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The source's entries outside a range in which it has no entries. Such a range may be wrong.
 *
 * @param entries the number of entries
 * @param isExact whether the number includes all entries; a list does not always state its total
 * @param first the first day among the entries seen
 * @param last the last day among the entries seen
 */
record OutsideRange(long entries, boolean isExact, LocalDate first, LocalDate last) {

    /**
     * Reads the first page of the source's list of all days. Returns empty if there are no entries or the list cannot
     * be read.
     */
    static Optional<OutsideRange> of(TimeTracker source) {
        try (Pages<TimeEntry> pages =
                source.list(TimeEntryQuery.all()).prefetch(1).pages()) {
            Iterator<Page<TimeEntry>> page = pages.iterator();
            return page.hasNext() ? of(page.next(), page) : Optional.empty();
        } catch (CallInterruptedException e) {
            throw e;
        } catch (HourbridgeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the entries of the first page. A page without a next token need not be the last one, so {@code rest} is
     * checked as well.
     */
    private static Optional<OutsideRange> of(Page<TimeEntry> page, Iterator<Page<TimeEntry>> rest) {
        List<LocalDate> days = page.items().stream()
                .map(entry -> entry.workTime().localDate())
                .sorted(Comparator.naturalOrder())
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutsideRange(
                        page.total().orElse(days.size()),
                        page.total().isPresent() || (page.next().isEmpty() && !rest.hasNext()),
                        days.get(0),
                        days.get(days.size() - 1)));
    }

    /** Returns the question for a person. */
    String text() {
        return String.format(
                Locale.ROOT,
                "The source has no entries in this range, but %s%,d outside it. The first entries that it "
                        + "lists are from %s to %s. Check the range.",
                isExact ? "" : "at least ",
                entries,
                first,
                last);
    }

    /** Returns the members for {@code --json}. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("entries", entries);
        object.put("isExact", isExact);
        object.put("firstDaySeen", first.toString());
        object.put("lastDaySeen", last.toString());
        return object;
    }
}
