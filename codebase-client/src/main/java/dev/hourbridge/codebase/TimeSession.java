package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time session of a project, as Codebase gives it. Immutable and safe for use by several threads.
 *
 * <p>Source: "Object Properties" of Codebase's time tracking page.
 */
@AutoValue
public abstract class TimeSession {
    TimeSession() {}

    static Builder builder() {
        return new AutoValue_TimeSession.Builder().summary("").unknownFields(Map.of());
    }

    /** Returns the session's number, unique within its project at least. */
    public abstract long id();

    /** Returns what was done; empty if nothing was noted. */
    public abstract String summary();

    /** Returns how long, in whole minutes; zero or more. */
    public abstract int minutes();

    /** Returns the day of the session, in no zone. */
    public abstract LocalDate sessionDate();

    /** Returns who worked; some sessions lack it, presumably those of a commit or of a person who was removed. */
    public abstract OptionalLong userId();

    /** Returns the number of the ticket within its project, if the session is on one. */
    public abstract OptionalLong ticketId();

    /** Returns when it was made; old sessions may lack it. */
    public abstract Optional<Instant> createdAt();

    /** Returns when it was last changed; old sessions may lack it. */
    public abstract Optional<Instant> updatedAt();

    /**
     * Returns what else the service sent, such as {@code milestone-id}, by the wire's own name and as text, in the
     * wire's order; unmodifiable.
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
