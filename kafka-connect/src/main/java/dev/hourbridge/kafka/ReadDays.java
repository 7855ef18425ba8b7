package dev.hourbridge.kafka;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The days for which a project, or a whole account, was read at least once. Not thread-safe. */
final class ReadDays {
    private final TreeMap<LocalDate, LocalDate> spans = new TreeMap<>();

    /** Returns an independent copy. */
    ReadDays copy() {
        ReadDays copy = new ReadDays();
        copy.spans.putAll(spans);
        return copy;
    }

    /** Adds days. Adjacent spans are merged. */
    void add(Span added) {
        LocalDate first = added.first();
        LocalDate last = added.last();
        for (Map.Entry<LocalDate, LocalDate> before = spans.floorEntry(last.plusDays(1));
                before != null && !before.getValue().plusDays(1).isBefore(first);
                before = spans.floorEntry(last.plusDays(1))) {
            first = first.isBefore(before.getKey()) ? first : before.getKey();
            last = last.isAfter(before.getValue()) ? last : before.getValue();
            spans.remove(before.getKey());
        }
        spans.put(first, last);
    }

    /** Returns whether a day was read. */
    boolean contains(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> span = spans.floorEntry(day);
        return span != null && !span.getValue().isBefore(day);
    }

    /** Returns the parts of a range that were read, in order. */
    List<Span> within(LocalDate first, LocalDate last) {
        List<Span> parts = new ArrayList<>();
        spans.forEach(
                (from, to) -> Span.of(later(from, first), earlier(to, last)).ifPresent(parts::add));
        return parts;
    }

    /** Returns the parts of a range that were never read, in order. */
    List<Span> missing(LocalDate first, LocalDate last) {
        List<Span> parts = new ArrayList<>();
        LocalDate next = first;
        for (Span read : within(first, last)) {
            Span.of(next, read.first().minusDays(1)).ifPresent(parts::add);
            next = read.last().plusDays(1);
        }
        Span.of(next, last).ifPresent(parts::add);
        return parts;
    }

    /** Returns the last span with days of a month, or else the last span overall; empty if no day was read. */
    Optional<Span> latest(YearMonth month) {
        Map.Entry<LocalDate, LocalDate> span = spans.floorEntry(month.atEndOfMonth());
        if (span == null || span.getValue().isBefore(month.atDay(1))) {
            span = spans.lastEntry();
        }
        return span == null ? Optional.empty() : Span.of(span.getKey(), span.getValue());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Days, both ends inclusive. */
    record Span(LocalDate first, LocalDate last) {
        /** Returns the days from the first to the last; empty if the first is after the last. */
        static Optional<Span> of(LocalDate first, LocalDate last) {
            return first.isAfter(last) ? Optional.empty() : Optional.of(new Span(first, last));
        }

        /** Returns whether this span contains a day. */
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
