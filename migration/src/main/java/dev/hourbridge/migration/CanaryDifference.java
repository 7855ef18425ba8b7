package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Set;

/**
 * A first entry that came back from the target other than it was sent. Immutable and safe for use by
 * several threads.
 */
@AutoValue
public abstract class CanaryDifference {
    CanaryDifference() {}

    static CanaryDifference of(String sourceId, String targetId, Set<EntryField> fields) {
        return new AutoValue_CanaryDifference(sourceId, targetId, Set.copyOf(fields));
    }

    /** The source's id of the entry. */
    public abstract String sourceId();

    /** The target's id of the row, which undo deletes. */
    public abstract String targetId();

    /** What came back different; empty if the row is not in the list at all. */
    public abstract Set<EntryField> fields();
}
