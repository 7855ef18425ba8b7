package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Optional;

/**
 * A row that was on the target when it was planned, and that equals an entry to be sent. Immutable and safe for use by
 * several threads.
 */
@AutoValue
public abstract class ExistingRow {
    ExistingRow() {}

    /** Creates a value; the accessors describe the arguments. */
    public static ExistingRow of(
            String targetId, Optional<Instant> createdAt, Marker marker, boolean isOfAnotherLedger) {
        return new AutoValue_ExistingRow(targetId, createdAt, marker, isOfAnotherLedger);
    }

    /** Returns the target's id. */
    public abstract String targetId();

    /** Returns the target's creation stamp, in UTC unless the target stamps rows in a zone of its own; empty if it has none. */
    public abstract Optional<Instant> createdAt();

    /** Returns the marker that the row carries. */
    public abstract Marker marker();

    /**
     * Returns whether the marker is one of another migration: a trailer that names an entry which is not of this plan, or
     * the tag where this migration uses none. Such a row is never adopted.
     */
    public abstract boolean isOfAnotherLedger();
}
