package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an entry is booked on, as LiveTimer shows it within the entry: a task with its project, a
 * project with its client, or an activity. Asked for by {@link Include}. The fields are those of the
 * vendor's pages on these resources. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class Classification {
    Classification() {}

    /** The kinds of classifications. More may come. */
    public enum Kind {
        /** A client. */
        CLIENT,
        /** A project, of a client or of none. */
        PROJECT,
        /** A task, of a project. */
        TASK,
        /** An activity. */
        ACTIVITY
    }

    static Builder builder(Kind kind) {
        return new AutoValue_Classification.Builder().kind(kind).unknownFields(Map.of());
    }

    /** What it is. */
    public abstract Kind kind();

    /** Its own number among those of its kind. Wire name {@code id}. */
    public abstract long id();

    /** Its name. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** Whether time can still be booked on it. Wire name {@code active}. */
    public abstract Optional<Boolean> active();

    /** For a project or task: whether it and all above it are active. Wire name {@code effectively-active}. */
    public abstract Optional<Boolean> effectivelyActive();

    /** A code of the account's own. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** A description. Wire name {@code description}. */
    public abstract Optional<String> description();

    /** A web address. Wire name {@code url}. */
    public abstract Optional<String> url();

    /** When it was added. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** When it was last changed. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /** The number of the client of a project, or of the project of a task. Wire names {@code client-id}, {@code project-id}, or that of {@link #parent()}. */
    public abstract OptionalLong parentId();

    /** The client of a project, or the project of a task, where it was asked for too. Wire names {@code client}, {@code project}. */
    public abstract Optional<Classification> parent();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
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

        abstract Map<String, String> unknownFields();

        abstract Classification autoBuild();

        final Classification build() {
            parent().ifPresent(parent -> parentId(parent.id()));
            unknownFields(
                    unknownFields().isEmpty()
                            ? Map.of()
                            : Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
