package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query for entries. An entry matches if it meets all conditions that are set. The result is exact for every service:
 * if a service cannot filter by a condition, the client reads more entries and filters them itself.
 *
 * <p>Days are compared with {@link WorkTime#localDate()}. Immutable and thread-safe.
 */
@AutoValue
public abstract class TimeEntryQuery {
    private static final TimeEntryQuery ALL = builder().build();

    TimeEntryQuery() {}

    /** Returns a query for every entry that the credentials may see. */
    public static TimeEntryQuery all() {
        return ALL;
    }

    /**
     * Returns a query for the entries in a range of days.
     *
     * @param firstDay the first day, inclusive
     * @param lastDay the last day, inclusive
     * @throws InvalidInputException if the last day is before the first
     */
    public static TimeEntryQuery between(LocalDate firstDay, LocalDate lastDay) {
        return builder().firstDay(firstDay).lastDay(lastDay).build();
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TimeEntryQuery.Builder();
    }

    /** Returns the first day, inclusive. */
    public abstract Optional<LocalDate> firstDay();

    /** Returns the last day, inclusive. */
    public abstract Optional<LocalDate> lastDay();

    /** Returns the person who worked. */
    public abstract Optional<PersonRef> person();

    /** Returns the project. */
    public abstract Optional<ProjectRef> project();

    /** Returns the task. */
    public abstract Optional<TaskRef> task();

    /**
     * Returns the earliest time at which matching entries were created or last changed, inclusive. An entry without
     * timestamps in its {@link Audit} matches, because it may have changed.
     */
    public abstract Optional<Instant> updatedSince();

    /** Returns a builder with this query's conditions. */
    public abstract Builder toBuilder();

    /**
     * Returns a copy of this query with these days.
     *
     * @param firstDay the first day, inclusive; null if there is no bound
     * @param lastDay the last day, inclusive; null if there is no bound
     * @throws InvalidInputException if the last day is before the first
     */
    public final TimeEntryQuery withDays(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        return toBuilder()
                .firstDay(Optional.ofNullable(firstDay))
                .lastDay(Optional.ofNullable(lastDay))
                .build();
    }

    /** Returns whether the entry meets every condition. */
    public final boolean matches(TimeEntry entry) {
        LocalDate day = entry.workTime().localDate();
        return firstDay().filter(day::isBefore).isEmpty()
                && lastDay().filter(day::isAfter).isEmpty()
                && (person().isEmpty() || person().equals(entry.person()))
                && (project().isEmpty() || project().equals(entry.project()))
                && (task().isEmpty() || task().equals(entry.task()))
                && updatedSince()
                        .filter(since -> wasUnchangedSince(since, entry.audit()))
                        .isEmpty();
    }

    private static boolean wasUnchangedSince(Instant since, Audit audit) {
        return (audit.createdAt().isPresent() || audit.updatedAt().isPresent())
                && audit.createdAt().filter(at -> !at.isBefore(since)).isEmpty()
                && audit.updatedAt().filter(at -> !at.isBefore(since)).isEmpty();
    }

    /** Builds a {@link TimeEntryQuery}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the first day, inclusive. Default: no bound. */
        public abstract Builder firstDay(LocalDate firstDay);

        /** Sets the last day, inclusive. Default: no bound. */
        public abstract Builder lastDay(LocalDate lastDay);

        /** Sets the person who worked. Default: any person. */
        public abstract Builder person(PersonRef person);

        /** Sets the project. Default: any project, or no project. */
        public abstract Builder project(ProjectRef project);

        /** Sets the task. Default: any task, or no task. */
        public abstract Builder task(TaskRef task);

        /**
         * Sets the earliest time at which matching entries were created or last changed, inclusive. Deleted entries are
         * never listed. If the service cannot filter by this time ({@link Capabilities#filtersUpdatedSince()}), the
         * client reads the whole list and filters it. Default: no condition.
         */
        public abstract Builder updatedSince(Instant updatedSince);

        abstract Builder firstDay(Optional<LocalDate> firstDay);

        abstract Builder lastDay(Optional<LocalDate> lastDay);

        abstract TimeEntryQuery autoBuild();

        /**
         * Returns the query.
         *
         * @throws InvalidInputException if the last day is before the first
         */
        public final TimeEntryQuery build() {
            TimeEntryQuery query = autoBuild();
            if (query.firstDay().isPresent()
                    && query.lastDay().isPresent()
                    && query.lastDay().get().isBefore(query.firstDay().get())) {
                throw new InvalidInputException(
                        "lastDay", "a day before firstDay", "swap the two days, or use the same day twice");
            }
            return query;
        }
    }
}
