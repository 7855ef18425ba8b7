package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A client, project, task or activity that LiveTimer embeds in an entry. A task contains its project, and a project
 * contains its client. To receive a classification, request it with {@link Include}. The fields are those on the
 * vendor's pages for these resources. Immutable and thread-safe.
 */
@AutoValue
public abstract class Classification {
    Classification() {}

    /** The kind of a classification. More kinds may be added. */
    public enum Kind {
        /** A client. */
        CLIENT,
        /** A project, with or without a client. */
        PROJECT,
        /** A task of a project. */
        TASK,
        /** An activity. */
        ACTIVITY
    }

    static Builder builder(Kind kind) {
        return new AutoValue_Classification.Builder().kind(kind).unknownFields(Map.of());
    }

    /** Returns the kind. */
    public abstract Kind kind();

    /** Returns the id, unique within the kind. Wire name {@code id}. */
    public abstract long id();

    /** Returns the name. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** Returns whether time can still be recorded for it. Wire name {@code active}. */
    public abstract Optional<Boolean> active();

    /**
     * Returns, for a project or task, whether it and all its parents are active. Wire name {@code effectively-active}.
     */
    public abstract Optional<Boolean> effectivelyActive();

    /** Returns the code, which is defined in the account. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** Returns the description. Wire name {@code description}. */
    public abstract Optional<String> description();

    /** Returns the URL. Wire name {@code url}. */
    public abstract Optional<String> url();

    /** Returns the time of creation. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** Returns the time of the last change. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /**
     * Returns the id of a project's client, or of a task's project. Wire names {@code client-id}, {@code project-id},
     * or that of {@link #parent()}.
     */
    public abstract OptionalLong parentId();

    /**
     * Returns the client of a project, or the project of a task, if it was also requested. Wire names {@code client},
     * {@code project}.
     */
    public abstract Optional<Classification> parent();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder kind(Kind kind);

        abstract Builder id(long id);

        abstract Builder name(String name);

        abstract Builder active(boolean active);

        abstract Builder effectivelyActive(boolean effectivelyActive);

        abstract Builder code(String code);

        abstract Builder description(String description);

        abstract Builder url(String url);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        abstract Builder parentId(long parentId);

        abstract Builder parent(Classification parent);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract Optional<Classification> parent();

        abstract Classification autoBuild();

        final Classification build() {
            parent().ifPresent(parent -> parentId(parent.id()));
            return autoBuild();
        }
    }
}
