package dev.hourbridge.simulators.codebase;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/** A time session as {@link CodebaseSimulator} holds it. Immutable. */
@AutoValue
public abstract class StoredCodebaseSession {
    StoredCodebaseSession() {}

    /** A builder for a session in this project, named by its permalink, on this day. */
    public static Builder builder(String project, LocalDate sessionDate, int minutes) {
        return new AutoValue_StoredCodebaseSession.Builder()
                .id(0)
                .project(project)
                .sessionDate(sessionDate)
                .minutes(minutes)
                .summary("Work")
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.EPOCH);
    }

    /** Assigned when it is stored; 0 before. */
    public abstract long id();

    /** The permalink of the project. */
    public abstract String project();

    /** What was done. */
    public abstract String summary();

    /** The duration in minutes. */
    public abstract int minutes();

    /** The day of the work. */
    public abstract LocalDate sessionDate();

    /** Whose time it is; empty for a user who was removed. */
    public abstract OptionalLong userId();

    /** The number of the ticket. */
    public abstract OptionalLong ticketId();

    /** By the simulator's clock. */
    public abstract Instant createdAt();

    /** By the simulator's clock. */
    public abstract Instant updatedAt();

    abstract Builder toBuilder();

    /** Builds a {@link StoredCodebaseSession}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder id(long id);

        abstract Builder project(String project);

        abstract Builder minutes(int minutes);

        abstract Builder sessionDate(LocalDate sessionDate);

        abstract Builder userId(OptionalLong userId);

        abstract Builder ticketId(OptionalLong ticketId);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        /** What was done. Default: "Work". */
        public abstract Builder summary(String summary);

        /** Whose time it is. Default: nobody's, as after the removal of a user. */
        public abstract Builder userId(long userId);

        /** The number of the ticket. Default: none. */
        public abstract Builder ticketId(long ticketId);

        /** The session. */
        public abstract StoredCodebaseSession build();
    }
}
