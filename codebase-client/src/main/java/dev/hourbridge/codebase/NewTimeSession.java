package dev.hourbridge.codebase;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A time session to create, or with which to replace another, with every field that can be written. Immutable and
 * thread-safe.
 *
 * <p>Source: the section "Creating a new time session" of Codebase's time tracking page.
 */
@AutoValue
public abstract class NewTimeSession {
    NewTimeSession() {}

    /** Returns a builder. The summary and the minutes must be set. */
    public static Builder builder() {
        return new AutoValue_NewTimeSession.Builder();
    }

    /** Returns the description of the work; never blank. */
    public abstract String summary();

    /** Returns the duration in whole minutes, zero or more. */
    public abstract int minutes();

    /** Returns the day; empty for today according to the service's clock. */
    public abstract Optional<LocalDate> sessionDate();

    /** Returns the person who worked; empty for the owner of the key. */
    public abstract OptionalLong userId();

    /** Returns the number of the ticket within the project; empty if there is none. */
    public abstract OptionalLong ticketId();

    /** Returns a builder with this session's values. */
    public abstract Builder toBuilder();

    /** Builds a {@link NewTimeSession}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the description of the work, which must not be blank. Required. */
        public abstract Builder summary(String summary);

        /**
         * Sets the duration. Equivalent to {@link #minutes}.
         *
         * @throws InvalidInputException if the duration is null, negative, not a whole number of minutes, or longer
         *     than
         *     {@link Integer#MAX_VALUE} minutes
         */
        public final Builder duration(Duration duration) {
            return minutes(Inputs.wholeMinutes("duration", duration));
        }

        /** Sets the duration in whole minutes, zero or more. Required. */
        public abstract Builder minutes(int minutes);

        /** Sets the day. Default: today according to the service's clock. */
        public abstract Builder sessionDate(LocalDate sessionDate);

        /** Sets the person who worked. Default: the owner of the key. */
        public abstract Builder userId(long userId);

        /** Sets the number of the ticket within the project. Default: none. */
        public abstract Builder ticketId(long ticketId);

        abstract Optional<String> summary();

        abstract OptionalInt minutes();

        abstract NewTimeSession autoBuild();

        /**
         * Returns the session.
         *
         * @throws InvalidInputException if the summary is missing or blank, the minutes are missing or negative, an id
         *     is less than 1, or the year does not have one to four digits
         */
        public final NewTimeSession build() {
            Inputs.notBlank(
                    "summary",
                    summary().orElse(null),
                    "describe the work, because Codebase requires a " + "description");
            if (minutes().isEmpty()) {
                throw new InvalidInputException("minutes", "no value", "set the minutes or a duration");
            }
            NewTimeSession session = autoBuild();
            if (session.minutes() < 0) {
                throw new InvalidInputException("minutes", "a negative number", "use zero or more whole minutes");
            }
            session.sessionDate().ifPresent(day -> Ids.checkDay("sessionDate", day));
            session.userId().ifPresent(id -> Ids.check("userId", id));
            session.ticketId().ifPresent(id -> Ids.check("ticketId", id));
            return session;
        }
    }
}
