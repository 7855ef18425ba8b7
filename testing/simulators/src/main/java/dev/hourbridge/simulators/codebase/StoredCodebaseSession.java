package dev.hourbridge.simulators.codebase;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A time session as {@link CodebaseSimulator} stores it. Immutable.
 *
 * <p>A session has a day but no start. Its ticket is a number within the project.
 *
 * <!-- with: CodebaseSimulator simulator -->
 * <pre>{@code
 * StoredCodebaseSession review = StoredCodebaseSession.builder("website", LocalDate.of(2024, 3, 4), 90)
 *     .summary("Review")
 *     .userId(1234)
 *     .ticketId(12)
 *     .build();
 * simulator.add(review);
 * }</pre>
 */
@AutoValue
public abstract class StoredCodebaseSession {
    StoredCodebaseSession() {}

    /**
     * Returns a builder for a session.
     *
     * @param project the permalink of the project
     */
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

    /** Returns the id, which is 0 until the session is stored. */
    public abstract long id();

    /** Returns the permalink of the project. */
    public abstract String project();

    /** Returns the summary of the work. */
    public abstract String summary();

    /** Returns the duration in minutes. */
    public abstract int minutes();

    /** Returns the day on which the work was done. */
    public abstract LocalDate sessionDate();

    /** Returns the id of the user; empty for a removed user. */
    public abstract OptionalLong userId();

    /** Returns the number of the ticket. */
    public abstract OptionalLong ticketId();

    /** Returns the time of creation by the simulator's clock. */
    public abstract Instant createdAt();

    /** Returns the time of the last change by the simulator's clock. */
    public abstract Instant updatedAt();

    abstract Builder toBuilder();

    /** Builds a {@link StoredCodebaseSession}. Not thread-safe. */
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

        /** Sets the summary of the work. Default: "Work". */
        public abstract Builder summary(String summary);

        /** Sets the user. Default: empty, as for a removed user. */
        public abstract Builder userId(long userId);

        /** Sets the number of the ticket. Default: no ticket. */
        public abstract Builder ticketId(long ticketId);

        /** Returns the session. */
        public abstract StoredCodebaseSession build();
    }
}
