package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A filter for lists and summaries. Multiple values of one condition are alternatives (or). Multiple conditions must
 * all match (and). A condition without values matches everything. Immutable and thread-safe.
 *
 * <!-- with: LiveTimerClient liveTimer -->
 * <pre>{@code
 * LiveTimerFilter march = LiveTimerFilter.builder()
 *     .users(UserTerm.ME)
 *     .startDate(LocalDate.of(2024, 3, 1))
 *     .endDate(LocalDate.of(2024, 3, 31))
 *     .build();
 * liveTimer.timeEntries().list(march, Include.values()).forEach(entry -> System.out.println(entry.note()));
 * }</pre>
 *
 * <p>Without the permission "View management reports", only the caller's own entries match, regardless of the filter.
 */
@AutoValue
public abstract class LiveTimerFilter {
    private static final LiveTimerFilter ALL = builder().build();
    private static final int SECONDS_PER_MINUTE = 60;

    LiveTimerFilter() {}

    /** Returns a filter without conditions, which matches every entry that the credentials may read. */
    public static LiveTimerFilter all() {
        return ALL;
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_LiveTimerFilter.Builder()
                .users(List.of())
                .clients(List.of())
                .projects(List.of())
                .tasks(List.of())
                .activities(List.of());
    }

    /** Returns the people who worked. Parameter {@code users}. */
    public abstract List<UserTerm> users();

    /** Returns the clients of the projects. Parameter {@code clients}. */
    public abstract List<ItemTerm> clients();

    /** Returns the projects. Parameter {@code projects}. */
    public abstract List<AssignableTerm> projects();

    /** Returns the tasks. Parameter {@code tasks}. */
    public abstract List<ItemTerm> tasks();

    /** Returns the activities. Parameter {@code activities}. */
    public abstract List<AssignableTerm> activities();

    /** Returns the first day, inclusive. Parameter {@code start_date}. */
    public abstract Optional<LocalDate> startDate();

    /** Returns the last day. Whether it is inclusive is not documented. Parameter {@code end_date}. */
    public abstract Optional<LocalDate> endDate();

    /**
     * Returns the offset that determines where days begin and end, for entries with a start. Entries without a start
     * have no zone and match by their date. Parameter {@code utc_offset}, in minutes. Without it, the service uses UTC.
     */
    public abstract Optional<ZoneOffset> utcOffset();

    /** Returns a builder with these conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link LiveTimerFilter}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the people who worked. Default: any person. */
        public abstract Builder users(List<UserTerm> users);

        /** Sets the clients of the projects. Default: any client, or no client. */
        public abstract Builder clients(List<ItemTerm> clients);

        /** Sets the projects. Default: any project, or no project. */
        public abstract Builder projects(List<AssignableTerm> projects);

        /** Sets the tasks. Default: any task, or no task. */
        public abstract Builder tasks(List<ItemTerm> tasks);

        /** Sets the activities. Default: any activity, or no activity. */
        public abstract Builder activities(List<AssignableTerm> activities);

        /** Sets the first day, inclusive. Default: no bound. */
        public abstract Builder startDate(LocalDate startDate);

        /** Sets the last day. Default: no bound. */
        public abstract Builder endDate(LocalDate endDate);

        /**
         * Sets the offset that determines where days begin and end, in whole minutes. Default: not sent, so the service
         * uses UTC.
         */
        public abstract Builder utcOffset(ZoneOffset utcOffset);

        /** Sets the people who worked. Default: any person. */
        public final Builder users(UserTerm... users) {
            return users(List.of(users));
        }

        /** Sets the clients of the projects. Default: any client, or no client. */
        public final Builder clients(ItemTerm... clients) {
            return clients(List.of(clients));
        }

        /** Sets the projects. Default: any project, or no project. */
        public final Builder projects(AssignableTerm... projects) {
            return projects(List.of(projects));
        }

        /** Sets the tasks. Default: any task, or no task. */
        public final Builder tasks(ItemTerm... tasks) {
            return tasks(List.of(tasks));
        }

        /** Sets the activities. Default: any activity, or no activity. */
        public final Builder activities(AssignableTerm... activities) {
            return activities(List.of(activities));
        }

        abstract List<UserTerm> users();

        abstract List<ItemTerm> clients();

        abstract List<AssignableTerm> projects();

        abstract List<ItemTerm> tasks();

        abstract List<AssignableTerm> activities();

        abstract LiveTimerFilter autoBuild();

        /**
         * Builds the filter.
         *
         * @throws InvalidInputException if a year is not between 1 and 9999, the last day is before the
         *     first, or the offset has seconds
         */
        public final LiveTimerFilter build() {
            users(List.copyOf(users()));
            clients(List.copyOf(clients()));
            projects(List.copyOf(projects()));
            tasks(List.copyOf(tasks()));
            activities(List.copyOf(activities()));
            LiveTimerFilter filter = autoBuild();
            filter.startDate().ifPresent(date -> WireText.checkDate("startDate", date));
            filter.endDate().ifPresent(date -> WireText.checkDate("endDate", date));
            if (filter.startDate().isPresent()
                    && filter.endDate().isPresent()
                    && filter.endDate().get().isBefore(filter.startDate().get())) {
                throw new InvalidInputException("endDate", "a day before startDate", "swap the two");
            }
            filter.utcOffset().ifPresent(offset -> {
                if (offset.getTotalSeconds() % SECONDS_PER_MINUTE != 0) {
                    throw new InvalidInputException(
                            "utcOffset", "an offset with seconds", "specify an offset of whole minutes");
                }
            });
            return filter;
        }
    }
}
