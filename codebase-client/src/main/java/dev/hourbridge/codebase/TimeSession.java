package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time session of a project, as Codebase returned it. Immutable and thread-safe.
 *
 * <p>Source: the section "Object Properties" of Codebase's time tracking page.
 */
@AutoValue
public abstract class TimeSession {
    TimeSession() {}

    static Builder builder() {
        return new AutoValue_TimeSession.Builder().summary("").unknownFields(Map.of());
    }

    /** Returns the session's number, which is unique at least within its project. */
    public abstract long id();

    /** Returns the description of the work; an empty string if there is none. */
    public abstract String summary();

    /** Returns the duration in whole minutes, zero or more. */
    public abstract int minutes();

    /** Returns the day of the session, without a time zone. */
    public abstract LocalDate sessionDate();

    /**
     * Returns the person who worked. Some sessions have none, presumably those created by a commit or by a person who
     * was removed.
     */
    public abstract OptionalLong userId();

    /** Returns the number of the ticket within its project, if the session has a ticket. */
    public abstract OptionalLong ticketId();

    /** Returns the time of creation. It may be missing from old sessions. */
    public abstract Optional<Instant> createdAt();

    /** Returns the time of the last change. It may be missing from old sessions. */
    public abstract Optional<Instant> updatedAt();

    /**
     * Returns the fields that have no accessor, such as {@code milestone-id}, as text by wire name, in the order
     * received; unmodifiable.
     */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder summary(String summary);

        abstract Builder minutes(int minutes);

        abstract Builder sessionDate(LocalDate sessionDate);

        abstract Builder userId(OptionalLong userId);

        abstract Builder ticketId(OptionalLong ticketId);

        abstract Builder createdAt(Optional<Instant> createdAt);

        abstract Builder updatedAt(Optional<Instant> updatedAt);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract TimeSession build();
    }
}
