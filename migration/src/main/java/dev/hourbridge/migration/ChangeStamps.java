package dev.hourbridge.migration;

import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the stamps of a row show. */
final class ChangeStamps {
    /** Services stamp a new row's creation and change up to some seconds apart. */
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(5);

    private ChangeStamps() {}

    /** Returns whether the target's own stamps show that a row was changed after it was created. */
    static boolean showChange(TimeEntry row) {
        Optional<Instant> created = row.audit().createdAt();
        Optional<Instant> updated = row.audit().updatedAt();
        return created.isPresent()
                && updated.isPresent()
                && updated.get().isAfter(created.get().plus(CLOCK_JITTER));
    }
}
