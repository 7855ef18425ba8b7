package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.OptionalLong;

/** A company, project, task list or task of a total. Immutable and safe for use by several threads. */
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

    /** Returns the fields without an accessor, by wire name and as text, in wire order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(OptionalLong id);

        abstract Builder name(String name);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract NamedItem build();
    }
}
