package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;

/** A project or task that entries are to go to, and that the target does not have. Immutable and safe for use by several threads. */
@AutoValue
public abstract class UnknownId {
    UnknownId() {}

    /** Creates a value; the accessors describe the arguments. */
    public static UnknownId of(EntryField kind, String id, String problem) {
        return new AutoValue_UnknownId(kind, id, problem);
    }

    /** Returns the kind: project or task. */
    public abstract EntryField kind();

    /** Returns the target's id, as the mapping or a default gives it. */
    public abstract String id();

    /** Returns what is wrong with it, with the target's own response. */
    public abstract String problem();
}
