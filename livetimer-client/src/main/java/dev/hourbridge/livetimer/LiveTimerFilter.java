package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which entries a list gives or a summary sums. Several values of one filter widen it (or), several
 * filters narrow the answer (and); no value means no condition. Immutable and safe for use by several
 * threads.
 *
 * <p>Without the right to "View management reports" only one's own entries are found, whatever the
 * filter.
 */
@AutoValue
public abstract class LiveTimerFilter {
    private static final LiveTimerFilter ALL = builder().build();
    private static final int SECONDS_PER_MINUTE = 60;

    LiveTimerFilter() {}

    /** No condition: every entry that the credentials may see. */
    public static LiveTimerFilter all() {
        return ALL;
    }

    /** A builder without conditions. */
    public static Builder builder() {
        return new AutoValue_LiveTimerFilter.Builder()
                .users(List.of())
                .clients(List.of())
                .projects(List.of())
                .tasks(List.of())
                .activities(List.of());
    }

    /** Who worked. Parameter {@code users}. */
    public abstract List<UserTerm> users();

    /** The client of the project. Parameter {@code clients}. */
    public abstract List<ItemTerm> clients();

    /** The project. Parameter {@code projects}. */
    public abstract List<AssignableTerm> projects();

    /** The task. Parameter {@code tasks}. */
    public abstract List<ItemTerm> tasks();

    /** The activity. Parameter {@code activities}. */
    public abstract List<AssignableTerm> activities();

    /** The first day, inclusive. Parameter {@code start_date}. */
    public abstract Optional<LocalDate> startDate();

    /** The last day; the vendor does not say whether it is inclusive. Parameter {@code end_date}. */
    public abstract Optional<LocalDate> endDate();

    /**
     * The offset at whose midnight the days begin, for entries with a start; those without have no zone
     * and go by their date. Parameter {@code utc_offset}, in minutes; the service takes UTC without it.
     */
    public abstract Optional<ZoneOffset> utcOffset();

    /** A builder with these conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link LiveTimerFilter}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Who worked. Default: anybody. */
        public abstract Builder users(List<UserTerm> users);

        /** The client of the project. Default: any, and none. */
        public abstract Builder clients(List<ItemTerm> clients);

        /** The project. Default: any, and none. */
        public abstract Builder projects(List<AssignableTerm> projects);

        /** The task. Default: any, and none. */
        public abstract Builder tasks(List<ItemTerm> tasks);

        /** The activity. Default: any, and none. */
        public abstract Builder activities(List<AssignableTerm> activities);

        /** The first day, inclusive. Default: no bound. */
        public abstract Builder startDate(LocalDate startDate);

        /** The last day. Default: no bound. */
        public abstract Builder endDate(LocalDate endDate);

        /** The offset at whose midnight the days begin, of whole minutes. Default: not sent, and the service takes UTC. */
        public abstract Builder utcOffset(ZoneOffset utcOffset);

        /** Who worked. Default: anybody. */
        public final Builder users(UserTerm... users) {
            return users(List.of(users));
        }

        /** The client of the project. Default: any, and none. */
        public final Builder clients(ItemTerm... clients) {
            return clients(List.of(clients));
        }

        /** The project. Default: any, and none. */
        public final Builder projects(AssignableTerm... projects) {
            return projects(List.of(projects));
        }

        /** The task. Default: any, and none. */
        public final Builder tasks(ItemTerm... tasks) {
            return tasks(List.of(tasks));
        }

        /** The activity. Default: any, and none. */
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
         * The filter.
         *
         * @throws InvalidInputException if a year has not four digits at most, the last day is before the
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
                    throw new InvalidInputException("utcOffset", "an offset with seconds", "give one of whole minutes");
                }
            });
            return filter;
        }
    }
}
