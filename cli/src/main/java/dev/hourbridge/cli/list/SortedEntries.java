package dev.hourbridge.cli.list;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Passes on entries sorted by day (those without a start first), then by start and id. The number of entries in memory
 * and the length of their text are limited. A longer list is passed on in the order of the service, so memory use is
 * bounded.
 *
 * <p>Services list entries in different orders, most of them by their own ids. Sorting makes two lists comparable by
 * eye and by {@code diff}.
 */
public final class SortedEntries {
    /** The maximum number of entries that can be sorted. */
    public static final int MAX_SORTED = 20_000;

    /** The maximum number of characters of the entries' text in memory. */
    public static final int MAX_CHARACTERS = 4_000_000;

    private static final Comparator<TimeEntry> BY_TIME = Comparator.comparing(
                    (TimeEntry entry) -> entry.workTime().localDate())
            .thenComparing(SortedEntries::start)
            .thenComparing(entry -> entry.id().id().length())
            .thenComparing(entry -> entry.id().id());

    private SortedEntries() {}

    private static Instant start(TimeEntry entry) {
        return entry.workTime() instanceof WorkTime.Interval interval
                ? interval.start().toInstant()
                : Instant.MIN;
    }

    /**
     * Reads entries, sorts them if the limits permit it, and passes each to {@code use}.
     *
     * @param begin the action to run before the first entry is passed on, or at the end of an empty list
     * @return whether the entries were sorted
     */
    public static boolean forEach(CloseableIterator<TimeEntry> entries, Begin begin, EntryUse use) throws Exception {
        List<TimeEntry> held = new ArrayList<>();
        long characters = 0;
        while (entries.hasNext() && held.size() < MAX_SORTED && characters < MAX_CHARACTERS) {
            TimeEntry entry = entries.next();
            held.add(entry);
            characters += characters(entry);
        }
        boolean isAll = !entries.hasNext();
        if (isAll) {
            held.sort(BY_TIME);
        }
        begin.run();
        for (TimeEntry entry : held) {
            use.of(entry);
        }
        held.clear();
        while (entries.hasNext()) {
            use.of(entries.next());
        }
        return isAll;
    }

    /** Returns the length of an entry's text. A limit on the number of entries alone would not limit memory use. */
    private static long characters(TimeEntry entry) {
        Stream<String> names = Stream.of(
                        entry.personName(),
                        entry.projectName(),
                        entry.taskName(),
                        entry.activityName(),
                        entry.clientName(),
                        entry.invoice().flatMap(Invoice::number),
                        entry.audit().createdBy(),
                        entry.audit().updatedBy())
                .flatMap(Optional::stream);
        Stream<String> extras =
                entry.extras().entrySet().stream().flatMap(extra -> Stream.of(extra.getKey(), extra.getValue()));
        return entry.note().length()
                + Stream.of(names, extras, entry.tags().stream())
                        .flatMap(texts -> texts)
                        .mapToLong(String::length)
                        .sum();
    }

    /** An action to run before the first entry. */
    @FunctionalInterface
    public interface Begin {
        /** Runs the action. */
        void run() throws Exception;
    }

    /** A consumer of entries. */
    @FunctionalInterface
    public interface EntryUse {
        /** Processes an entry. */
        void of(TimeEntry entry) throws Exception;
    }
}
