package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.Marker;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to create an entry on the target.
 *
 * @param marker how the entry was marked
 * @param startedAt when its intent was recorded
 * @param endedAt when its outcome was recorded; empty if its process ended before
 * @param targetTime the target's time when its intent was recorded; empty if no response had stated it
 */
public record Attempt(Marker marker, Instant startedAt, Optional<Instant> endedAt, Optional<Instant> targetTime) {

    /** The kinds of writes. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /** How an attempt ended; a row without an outcome is of a process that ended before. */
    public enum Outcome {
        CREATED,
        /** An update or a deletion is on the target. */
        DONE,
        REJECTED,
        IN_DOUBT,
        THROTTLED,
        NOT_SENT
    }
}
