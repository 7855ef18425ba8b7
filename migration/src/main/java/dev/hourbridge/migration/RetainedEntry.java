package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A row that undo did not delete. Immutable and thread-safe. */
@AutoValue
public abstract class RetainedEntry {
    RetainedEntry() {}

    static RetainedEntry of(String sourceId, Optional<String> targetId, String reason) {
        return new AutoValue_RetainedEntry(sourceId, targetId, reason);
    }

    /** Returns the source id of the entry. */
    public abstract String sourceId();

    /** Returns the target id of the row; empty if it is unknown whether the row exists. */
    public abstract Optional<String> targetId();

    /** Returns why the row was retained. */
    public abstract String reason();
}
