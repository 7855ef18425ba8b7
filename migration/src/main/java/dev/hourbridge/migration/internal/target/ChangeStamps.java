package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Interprets the timestamps of a row.
 *
 * <p>A service that sets a timestamp at each write makes it possible to distinguish an edit by another user from a row
 * that merely displays a field in another form.
 */
public final class ChangeStamps {
    /** Services set the creation and change timestamps of a new row up to some seconds apart. */
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(5);

    private ChangeStamps() {}

    /** Returns whether the target's own timestamps show that a row was changed after it was created. */
    public static boolean showChange(TimeEntry row) {
        return showChange(row, row.audit().createdAt());
    }

    /** Returns whether the target's own timestamps show that a row was changed after the last write of its entry. */
    public static boolean showChange(TimeEntry row, PlannedEntry entry) {
        Instant confirmed = entry.progress().confirmedStamp();
        return showChange(row, confirmed == null ? row.audit().createdAt() : Optional.of(confirmed));
    }

    private static boolean showChange(TimeEntry row, Optional<Instant> written) {
        Optional<Instant> updated = row.audit().updatedAt();
        return written.isPresent()
                && updated.isPresent()
                && updated.get().isAfter(written.get().plus(CLOCK_JITTER));
    }
}
