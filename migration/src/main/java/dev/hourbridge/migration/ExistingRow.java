package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;

/**
 * A row that was on the target when the plan was made and that is equal to an entry to be sent. Immutable and
 * thread-safe.
 */
@AutoValue
public abstract class ExistingRow {
    ExistingRow() {}

    /** Creates a row. For the arguments, see the accessors. */
    public static ExistingRow of(
            String targetId, Optional<Instant> createdAt, Marker marker, boolean isOfAnotherLedger) {
        return new AutoValue_ExistingRow(targetId, createdAt, marker, isOfAnotherLedger);
    }

    /** Returns the row's id on the target. */
    public abstract String targetId();

    /**
     * Returns the creation time on the target; empty if there is none. It is in UTC unless the target records creation
     * times in another zone.
     */
    public abstract Optional<Instant> createdAt();

    /** Returns the marker of the row. */
    public abstract Marker marker();

    /**
     * Returns whether the marker belongs to another migration: either a trailer that names an entry outside this plan,
     * or a tag although this migration uses none. Such a row is never adopted.
     */
    public abstract boolean isOfAnotherLedger();
}
