package dev.hourbridge.migration.concurrent;

import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Changes the creation stamps of rows in a list. */
final class Stamps {
    private Stamps() {}

    /** Rows that match say that they were created and changed so much later. */
    static Page<TimeEntry> moved(Page<TimeEntry> page, Predicate<TimeEntry> which, Duration later) {
        return changed(page, row -> which.test(row) ? moved(row, later) : row);
    }

    /** Rows say in which minute they were created and changed. */
    static Page<TimeEntry> ofWholeMinutes(Page<TimeEntry> page) {
        return changed(page, row -> restamped(row, stamp -> stamp.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Rows that match have no stamps. */
    static Page<TimeEntry> without(Page<TimeEntry> page, Predicate<TimeEntry> which) {
        return changed(
                page,
                row -> which.test(row) ? row.toBuilder().audit(Audit.unknown()).build() : row);
    }

    private static TimeEntry moved(TimeEntry row, Duration later) {
        return restamped(row, stamp -> stamp.plus(later));
    }

    private static TimeEntry restamped(TimeEntry row, UnaryOperator<Instant> change) {
        Audit.Builder audit = Audit.builder();
        row.audit().createdAt().map(change).ifPresent(audit::createdAt);
        row.audit().updatedAt().map(change).ifPresent(audit::updatedAt);
        return row.toBuilder().audit(audit.build()).build();
    }

    private static Page<TimeEntry> changed(Page<TimeEntry> page, UnaryOperator<TimeEntry> change) {
        List<TimeEntry> items = page.items().stream().map(change).toList();
        return page.total().isPresent()
                ? Page.of(items, page.next().orElse(null), page.total().getAsLong())
                : Page.of(items, page.next().orElse(null));
    }
}
