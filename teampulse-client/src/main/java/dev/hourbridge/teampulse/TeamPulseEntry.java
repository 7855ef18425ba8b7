package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A TeamPulse time entry, field by field. Immutable and thread-safe.
 *
 * <p>Source: the section "Time Entry Model" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class TeamPulseEntry {
    TeamPulseEntry() {}

    static Builder builder() {
        return new AutoValue_TeamPulseEntry.Builder();
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract long id();

    /**
     * Returns the day on which the work was done, exactly as the service sent it, without a time zone. Wire name {@code
     * date}.
     */
    public abstract LocalDate date();

    /**
     * Returns the hours as the service sent them, including floating-point rounding errors. Wire name {@code hours}.
     */
    public abstract BigDecimal hours();

    /** Returns the name of the work type. The work type may have been deleted. Wire name {@code type}. */
    public abstract Optional<String> type();

    /** Returns the person who worked. Wire name {@code userId}. */
    public abstract OptionalLong userId();

    /** Returns the task. Wire name {@code taskId}. */
    public abstract OptionalLong taskId();

    /** Returns the note. Wire name {@code note}. */
    public abstract Optional<String> note();

    /** Returns the week that contains the day, in the service's week numbering. Wire name {@code week}. */
    public abstract OptionalInt week();

    /** Returns the name of the user who created the entry. Wire name {@code createdBy}. */
    public abstract Optional<String> createdBy();

    /**
     * Returns the time of creation. The service sends no zone. UTC is assumed because of the name of the database
     * column. Wire name {@code createdAt}.
     */
    public abstract Optional<Instant> createdAt();

    /** Returns the name of the user who last changed the entry. Wire name {@code lastModifiedBy}. */
    public abstract Optional<String> lastModifiedBy();

    /**
     * Returns the time of the last change, with the same assumption about UTC as for {@link #createdAt()}. Wire name
     * {@code lastModifiedAt}.
     */
    public abstract Optional<Instant> lastModifiedAt();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /**
     * Returns {@link #hours()} to the nearest second, which removes rounding errors: 6.33 is 6:19:48, and 6.0999999 is
     * 6:06:00. Never negative.
     */
    public final Duration duration() {
        return Hours.duration(hours());
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder date(LocalDate date);

        abstract Builder hours(BigDecimal hours);

        abstract Builder type(Optional<String> type);

        abstract Builder userId(OptionalLong userId);

        abstract Builder taskId(OptionalLong taskId);

        abstract Builder note(Optional<String> note);

        abstract Builder week(OptionalInt week);

        abstract Builder createdBy(Optional<String> createdBy);

        abstract Builder createdAt(Optional<Instant> createdAt);

        abstract Builder lastModifiedBy(Optional<String> lastModifiedBy);

        abstract Builder lastModifiedAt(Optional<Instant> lastModifiedAt);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract TeamPulseEntry build();
    }
}
