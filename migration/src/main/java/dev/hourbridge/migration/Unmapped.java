package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** A source id that the mapping must contain but does not. Immutable and safe for use by several threads. */
@AutoValue
public abstract class Unmapped {
    Unmapped() {}

    /** Creates an unmapped id; the accessors describe the arguments. */
    public static Unmapped of(EntryField kind, String id, Optional<String> name, long entries) {
        return new AutoValue_Unmapped(kind, id, name, entries);
    }

    /** Returns the kind: person, project, task or activity. */
    public abstract EntryField kind();

    /** Returns the source's id; empty text for entries without one, for which only a default can be used. */
    public abstract String id();

    /** Returns the name that the source lists with the id. */
    public abstract Optional<String> name();

    /** Returns how many entries have it. */
    public abstract long entries();
}
