package dev.hourbridge.simulators.livetimer;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** A time entry as {@link LiveTimerSimulator} holds it. Immutable. */
@AutoValue
public abstract class StoredLiveTimerEntry {
    StoredLiveTimerEntry() {}

    /** A start/end entry of this user. Seconds are cut off, as the service does; offsets are kept. */
    public static Builder startEnd(long userId, OffsetDateTime start, OffsetDateTime end) {
        return blank(userId).times(start, end);
    }

    /** A duration-only entry of this user. */
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

    /** Assigned when it is stored; 0 before. */
    public abstract long id();

    /** Whose time it is. */
    public abstract long userId();

    /** Present in start/end entries, with the offset as it was sent. */
    public abstract Optional<OffsetDateTime> startTime();

    /** Present in start/end entries, with the offset as it was sent. */
    public abstract Optional<OffsetDateTime> endTime();

    /** Present in duration-only entries. */
    public abstract Optional<LocalDate> startDate();

    /** The duration in minutes. */
    public abstract int minutes();

    /** Present if the entry is on a project itself; not if it is on a task of one. */
    public abstract OptionalLong projectId();

    /** Present if the entry is on a task. */
    public abstract OptionalLong taskId();

    /** The activity. */
    public abstract OptionalLong activityId();

    /** Empty if there is none: the service does not tell apart. */
    public abstract String note();

    /** By the simulator's clock. */
    public abstract Instant createdAt();

    /** By the simulator's clock. */
    public abstract Instant updatedAt();

    /** The day as a person would say it: of the start in its own offset, or the date itself. */
    final LocalDate day() {
        return startTime().map(OffsetDateTime::toLocalDate).or(this::startDate).orElseThrow();
    }

    abstract Builder toBuilder();

    /** Builds a {@link StoredLiveTimerEntry}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder id(long id);

        abstract Builder userId(long userId);

        abstract Builder startTime(Optional<OffsetDateTime> start);

        abstract Builder endTime(Optional<OffsetDateTime> end);

        abstract Builder startDate(Optional<LocalDate> day);

        /** The duration that the service reports. Default: that of start and end; another contradicts them. */
        public abstract Builder minutes(int minutes);

        abstract Builder projectId(OptionalLong projectId);

        abstract Builder taskId(OptionalLong taskId);

        abstract Builder activityId(OptionalLong activityId);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        /** The project. Default: none. An entry is on a project or on a task, not on both. */
        public abstract Builder projectId(long projectId);

        /** The task. Default: none. */
        public abstract Builder taskId(long taskId);

        /** The activity. Default: none. */
        public abstract Builder activityId(long activityId);

        /** What was done. Default: empty. */
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

        /** The entry. */
        public abstract StoredLiveTimerEntry build();
    }
}
