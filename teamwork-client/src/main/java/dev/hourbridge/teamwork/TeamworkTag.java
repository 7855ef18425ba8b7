package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A tag of a time entry or of its task. Immutable and safe for use by several threads. */
@AutoValue
public abstract class TeamworkTag {
    TeamworkTag() {}

    static Builder builder() {
        return new AutoValue_TeamworkTag.Builder().unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract OptionalLong id();

    /** Returns the name, by which writes refer to a tag. Wire name {@code name}. */
    public abstract String name();

    /** Returns the colour, such as {@code #2f8de4}. Wire name {@code color}. */
    public abstract Optional<String> color();

    /** Returns the fields without an accessor, by wire name and as text, in wire order; unmodifiable. */
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
