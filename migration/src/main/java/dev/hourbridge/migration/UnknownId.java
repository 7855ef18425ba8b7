package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;

/** A project or task that entries are mapped to but that does not exist on the target. Immutable and thread-safe. */
@AutoValue
public abstract class UnknownId {
    UnknownId() {}

    /** Creates an unknown id. For the arguments, see the accessors. */
    public static UnknownId of(EntryField kind, String id, String problem) {
        return new AutoValue_UnknownId(kind, id, problem);
    }

    /** Returns the kind: project or task. */
    public abstract EntryField kind();

    /** Returns the target's id, as stated in the mapping or a default. */
    public abstract String id();

    /** Returns the problem, including the target's response. */
    public abstract String problem();
}
