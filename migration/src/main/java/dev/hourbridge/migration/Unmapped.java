package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** A source id that the mapping must contain but does not. Immutable and thread-safe. */
@AutoValue
public abstract class Unmapped {
    Unmapped() {}

    /** Creates an unmapped id. For the arguments, see the accessors. */
    public static Unmapped of(EntryField kind, String id, Optional<String> name, long entries) {
        return new AutoValue_Unmapped(kind, id, name, entries);
    }

    /** Returns the kind: person, project, task or activity. */
    public abstract EntryField kind();

    /** Returns the source's id; an empty string for entries without an id, for which only a default can be used. */
    public abstract String id();

    /** Returns the name that the source lists with the id. */
    public abstract Optional<String> name();

    /** Returns the number of entries with this id. */
    public abstract long entries();
}
