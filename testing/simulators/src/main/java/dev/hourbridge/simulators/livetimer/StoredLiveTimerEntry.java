package dev.hourbridge.simulators.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time entry as {@link LiveTimerSimulator} stores it. Immutable.
 *
 * <p>The service has two kinds of entries. A start/end entry has a start and an end, each with its own offset, which
 * determine its duration. A duration-only entry has a date and a duration.
 *
 * <!-- with: LiveTimerSimulator simulator -->
 * <pre>{@code
 * StoredLiveTimerEntry morning = StoredLiveTimerEntry.startEnd(
 *         26,
 *         OffsetDateTime.parse("2024-03-04T09:00:00+01:00"),
 *         OffsetDateTime.parse("2024-03-04T11:30:00+01:00"))
 *     .projectId(28)
 *     .note("Review")
 *     .build();
 * simulator.add(morning);
 * }</pre>
 */
@AutoValue
public abstract class StoredLiveTimerEntry {
    StoredLiveTimerEntry() {}

    /** Returns a builder for a start/end entry. As in the service, seconds are dropped and offsets are retained. */
    public static Builder startEnd(long userId, OffsetDateTime start, OffsetDateTime end) {
        return blank(userId).times(start, end);
    }

    /** Returns a builder for a duration-only entry. */
    public static Builder durationOnly(long userId, LocalDate day, int minutes) {
        return blank(userId).dated(day, minutes);
    }

    private static Builder blank(long userId) {
        return new AutoValue_StoredLiveTimerEntry.Builder()
                .id(0)
                .userId(userId)
                .note("")
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.EPOCH);
    }

    /** Returns the id, which is 0 until the entry is stored. */
    public abstract long id();

    /** Returns the id of the user. */
    public abstract long userId();

    /** Returns the start with the offset that was sent; present in start/end entries. */
    public abstract Optional<OffsetDateTime> startTime();

    /** Returns the end with the offset that was sent; present in start/end entries. */
    public abstract Optional<OffsetDateTime> endTime();

    /** Returns the date; present in duration-only entries. */
    public abstract Optional<LocalDate> startDate();

    /** Returns the duration in minutes. */
    public abstract int minutes();

    /** Returns the project; empty for an entry on a task. */
    public abstract OptionalLong projectId();

    /** Returns the task; empty for an entry without a task. */
    public abstract OptionalLong taskId();

    /** Returns the activity. */
    public abstract OptionalLong activityId();

    /** Returns the note; an empty string if there is none. The service does not distinguish the two. */
    public abstract String note();

    /** Returns the time of creation by the simulator's clock. */
    public abstract Instant createdAt();

    /** Returns the time of the last change by the simulator's clock. */
    public abstract Instant updatedAt();

    /** Returns the day of the start in its offset, or the date. */
    final LocalDate day() {
        return startTime().map(OffsetDateTime::toLocalDate).or(this::startDate).orElseThrow();
    }

    abstract Builder toBuilder();

    /** Builds a {@link StoredLiveTimerEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder id(long id);

        abstract Builder userId(long userId);

        abstract Builder startTime(Optional<OffsetDateTime> start);

        abstract Builder endTime(Optional<OffsetDateTime> end);

        abstract Builder startDate(Optional<LocalDate> day);

        /**
         * Sets the duration that the service reports. Default: the time from start to end. Any other duration
         * contradicts them.
         */
        public abstract Builder minutes(int minutes);

        abstract Builder projectId(OptionalLong projectId);

        abstract Builder taskId(OptionalLong taskId);

        abstract Builder activityId(OptionalLong activityId);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        /** Sets the project. Default: no project. An entry has either a project or a task, not both. */
        public abstract Builder projectId(long projectId);

        /** Sets the task. Default: no task. */
        public abstract Builder taskId(long taskId);

        /** Sets the activity. Default: no activity. */
        public abstract Builder activityId(long activityId);

        /** Sets the note. Default: empty. */
        public abstract Builder note(String note);

        final Builder times(OffsetDateTime start, OffsetDateTime end) {
            OffsetDateTime from = start.truncatedTo(ChronoUnit.MINUTES);
            OffsetDateTime to = end.truncatedTo(ChronoUnit.MINUTES);
            return startTime(Optional.of(from))
                    .endTime(Optional.of(to))
                    .startDate(Optional.empty())
                    .minutes(Math.toIntExact(Duration.between(from, to).toMinutes()));
        }

        final Builder dated(LocalDate day, int minutes) {
            return startTime(Optional.empty())
                    .endTime(Optional.empty())
                    .startDate(Optional.of(day))
                    .minutes(minutes);
        }

        /** Returns the entry. */
        public abstract StoredLiveTimerEntry build();
    }
}
