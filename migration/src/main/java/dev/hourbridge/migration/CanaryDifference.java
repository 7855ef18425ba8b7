package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A first entry that came back from the target other than it was sent. Immutable and safe for use by
 * several threads.
 */
@AutoValue
public abstract class CanaryDifference {
    CanaryDifference() {}

    static CanaryDifference of(String sourceId, String targetId, List<FieldDifference> differences) {
        return new AutoValue_CanaryDifference(sourceId, targetId, List.copyOf(differences));
    }

    /** Returns the source's id of the entry. */
    public abstract String sourceId();

    /** Returns the target's id of the row, which undo deletes. */
    public abstract String targetId();

    /** Returns what was sent and what came back, by field; empty if the row is not in the list at all. */
    public abstract List<FieldDifference> differences();

    /** Returns the fields that came back different; empty if the row is not in the list at all. */
    public final Set<EntryField> fields() {
        return differences().stream().map(FieldDifference::field).collect(Collectors.toUnmodifiableSet());
    }
}
