package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** An id of the source that the mapping must name and does not. Immutable and safe for use by several threads. */
@AutoValue
public abstract class Unmapped {
    Unmapped() {}

    /** Creates an unmapped id; the arguments are as the accessors describe them. */
    public static Unmapped of(EntryField kind, String id, Optional<String> name, long entries) {
        return new AutoValue_Unmapped(kind, id, name, entries);
    }

    /** Returns the kind: person, project, task or activity. */
    public abstract EntryField kind();

    /** Returns the source's id; empty text for entries that have none, which only a default can help. */
    public abstract String id();

    /** Returns the name that the source showed with it. */
    public abstract Optional<String> name();

    /** Returns how many entries have it. */
    public abstract long entries();
}
