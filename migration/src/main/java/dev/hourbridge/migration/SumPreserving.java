package dev.hourbridge.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the units that rounding down took from each person, project and month back to the entries
 * that lost most: the largest remainders.
 */
final class SumPreserving {
    private static final long NANOS = 1_000_000_000L;

    private final Ledger ledger;
    private final EntryWriter writer;
    private final long unit;

    private record Group(String person, String place, String month) {}

    private record Part(
            long seq,
            long seconds,
            long lostSeconds,
            int lostNanos,
            String baseNote,
            @Nullable String trailer) {}

    SumPreserving(Ledger ledger, EntryWriter writer, long unit) {
        this.ledger = ledger;
        this.writer = writer;
        this.unit = unit;
    }

    /** Inside the plan's transaction. */
    void distribute() {
        List<Group> groups = ledger.database()
                .list(
                        "SELECT DISTINCT person, place_group, substr(day, 1, 7) FROM entry WHERE state = 'PLANNED' AND"
                                + " attempts = 0",
                        row -> new Group(row.getString(1), row.getString(2), row.getString(3)));
        groups.forEach(this::distribute);
    }

    private void distribute(Group group) {
        List<Part> parts = ledger.database()
                .list(
                        "SELECT seq, seconds, source_seconds - seconds, source_nanos, base_note, trailer FROM entry WHERE"
                                + " person = ? AND place_group = ? AND substr(day, 1, 7) = ? AND state = 'PLANNED' AND"
                                + " attempts = 0",
                        row -> new Part(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getString(6)),
                        group.person(),
                        group.place(),
                        group.month());
        long lostSeconds = parts.stream().mapToLong(Part::lostSeconds).sum();
        long lostNanos = parts.stream().mapToLong(Part::lostNanos).sum();
        long lost = lostSeconds + lostNanos / NANOS;
        long units = (2 * lost + unit) / (2 * unit);
        List<Part> byLoss = new ArrayList<>(parts);
        byLoss.sort(Comparator.comparingLong(Part::lostSeconds)
                .thenComparingInt(Part::lostNanos)
                .reversed()
                .thenComparingLong(Part::seq));
        for (Part part : byLoss.subList(0, (int) Math.min(units, byLoss.size()))) {
            writer.changeDuration(
                    ledger.entries().bySeq(part.seq()), part.seconds() + unit, part.baseNote(), part.trailer());
        }
    }
}
