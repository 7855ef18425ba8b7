package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;

/** Changes to a time session. Fields that are not set remain unchanged. Immutable and thread-safe. */
@AutoValue
public abstract class TimeSessionUpdate {
    TimeSessionUpdate() {}

    /** Returns a builder that leaves every field unchanged. */
    public static Builder builder() {
        return new AutoValue_TimeSessionUpdate.Builder()
                .summary(Change.<String>leave())
                .minutes(Change.<Integer>leave())
                .sessionDate(Change.<LocalDate>leave())
                .userId(Change.<Long>leave())
                .ticketId(Change.<Long>leave());
    }

    /** Returns the change to the summary, which is never cleared. */
    public abstract Change<String> summary();

    /** Returns the change to the duration in whole minutes, which is never cleared. */
    public abstract Change<Integer> minutes();

    /** Returns the change to the day, which is never cleared. */
    public abstract Change<LocalDate> sessionDate();

    /** Returns the change to the person, which is never cleared. */
    public abstract Change<Long> userId();

    /** Returns the change to the ticket, identified by its number within the project. */
    public abstract Change<Long> ticketId();

    /** Returns whether no field is set. */
    public final boolean isEmpty() {
        return equals(builder().build());
    }

    /** Returns a builder with this update's changes. */
    public abstract Builder toBuilder();

    /** Builds a {@link TimeSessionUpdate}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder summary(Change<String> change);

        abstract Builder minutes(Change<Integer> change);

        abstract Builder sessionDate(Change<LocalDate> change);

        abstract Builder userId(Change<Long> change);

        abstract Builder ticketId(Change<Long> change);

        /** Sets the description of the work, which must not be blank. */
        public final Builder summary(String summary) {
            return summary(Change.set(summary));
        }

        /**
         * Sets the duration. Equivalent to {@link #minutes(int)}.
         *
         * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer
         *     than {@link Integer#MAX_VALUE} minutes
         */
        public final Builder duration(Duration duration) {
            return minutes(Inputs.wholeMinutes("duration", duration));
        }

        /** Sets the duration in whole minutes. */
        public final Builder minutes(int minutes) {
            return minutes(Change.set(minutes));
        }

        /** Sets the day. */
        public final Builder sessionDate(LocalDate sessionDate) {
            return sessionDate(Change.set(sessionDate));
        }

        /** Reassigns the session to another person. */
        public final Builder userId(long userId) {
            return userId(Change.set(userId));
        }

        /** Moves the session to a ticket. */
        public final Builder ticketId(long ticketId) {
            return ticketId(Change.set(ticketId));
        }

        /** Removes the session from its ticket. */
        public final Builder clearTicketId() {
            return ticketId(Change.clear());
        }

        abstract TimeSessionUpdate autoBuild();

        /**
         * Returns the update.
         *
         * @throws InvalidInputException if the summary is blank, the minutes are negative, an id is less than 1, or the
         *     year does not have one to four digits
         */
        public final TimeSessionUpdate build() {
            TimeSessionUpdate update = autoBuild();
            if (update.summary().value().filter(String::isBlank).isPresent()) {
                throw new InvalidInputException(
                        "summary", "blank text", "describe the work, because Codebase " + "requires a description");
            }
            if (update.minutes().value().filter(minutes -> minutes < 0).isPresent()) {
                throw new InvalidInputException("minutes", "a negative number", "use zero or more whole minutes");
            }
            update.sessionDate().value().ifPresent(day -> Ids.checkDay("sessionDate", day));
            update.userId().value().ifPresent(id -> Ids.check("userId", id));
            update.ticketId().value().ifPresent(id -> Ids.check("ticketId", id));
            return update;
        }
    }
}
