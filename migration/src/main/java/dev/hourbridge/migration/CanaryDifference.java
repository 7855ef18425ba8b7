package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A canary that differs on the target from what was sent. Immutable and thread-safe. */
@AutoValue
public abstract class CanaryDifference {
    CanaryDifference() {}

    static CanaryDifference of(String sourceId, String targetId, List<FieldDifference> differences) {
        return new AutoValue_CanaryDifference(sourceId, targetId, List.copyOf(differences));
    }

    /** Returns the source id of the entry. */
    public abstract String sourceId();

    /** Returns the target id of the row, which undo deletes. */
    public abstract String targetId();

    /** Returns the values that were sent and found, by field; empty if the row is not in the list. */
    public abstract List<FieldDifference> differences();

    /** Returns the fields that differ; empty if the row is not in the list. */
    public final Set<EntryField> fields() {
        return differences().stream().map(FieldDifference::field).collect(Collectors.toUnmodifiableSet());
    }
}
