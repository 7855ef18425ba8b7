package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A tag of a time entry or of its task. Immutable and thread-safe. */
@AutoValue
public abstract class TeamworkTag {
    TeamworkTag() {}

    static Builder builder() {
        return new AutoValue_TeamworkTag.Builder().unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract OptionalLong id();

    /** Returns the name. Writes identify a tag by its name. Wire name {@code name}. */
    public abstract String name();

    /** Returns the color, such as {@code #2f8de4}. Wire name {@code color}. */
    public abstract Optional<String> color();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder name(String name);

        abstract Builder color(String color);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract TeamworkTag build();
    }
}
