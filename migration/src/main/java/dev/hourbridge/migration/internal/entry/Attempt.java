package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.Marker;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to create an entry on the target.
 *
 * @param marker the marker of the entry
 * @param startedAt the time at which its intent was recorded
 * @param endedAt the time at which its outcome was recorded; empty if its process ended before that
 * @param targetTime the target's time when its intent was recorded; empty if no response had stated a time
 */
public record Attempt(Marker marker, Instant startedAt, Optional<Instant> endedAt, Optional<Instant> targetTime) {

    /** The kinds of writes. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /** The outcome of an attempt. An attempt without an outcome belongs to a process that ended before it was known. */
    public enum Outcome {
        CREATED,
        /** The update or deletion is complete on the target. */
        DONE,
        REJECTED,
        IN_DOUBT,
        THROTTLED,
        NOT_SENT
    }
}
