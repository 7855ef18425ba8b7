package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.OptionalLong;

/** A company, project, task list or task in a total. Immutable and thread-safe. */
@AutoValue
public abstract class NamedItem {
    NamedItem() {}

    static Builder builder() {
        return new AutoValue_NamedItem.Builder().unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract OptionalLong id();

    /** Returns the name. Wire name {@code name}. */
    public abstract String name();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(OptionalLong id);

        abstract Builder name(String name);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract NamedItem build();
    }
}
