package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A time entry as TeamPulse answers it, field by field. Immutable and safe for use by several threads.
 *
 * <p>Source: "Time Entry Model" of TeamPulse's developer API guide.
 */
@AutoValue
public abstract class TeamPulseEntry {
    TeamPulseEntry() {}

    static Builder builder() {
        return new AutoValue_TeamPulseEntry.Builder();
    }

    /** The entry's own number. Wire name {@code id}. */
    public abstract long id();

    /** The day of the work, as written, in no zone. Wire name {@code date}. */
    public abstract LocalDate date();

    /** The hours as the service wrote them, with the noise of its floating-point number. Wire name {@code hours}. */
    public abstract BigDecimal hours();

    /** The work type, by its name, which may have been deleted since. Wire name {@code type}. */
    public abstract Optional<String> type();

    /** Who worked. Wire name {@code userId}. */
    public abstract OptionalLong userId();

    /** The task. Wire name {@code taskId}. */
    public abstract OptionalLong taskId();

    /** What was done. Wire name {@code note}. */
    public abstract Optional<String> note();

    /** The week of the day, as the service counts weeks. Wire name {@code week}. */
    public abstract OptionalInt week();

    /** The name of who made the entry. Wire name {@code createdBy}. */
    public abstract Optional<String> createdBy();

    /** When it was made. The service writes no zone; UTC is assumed, from the name that its database has for it. Wire name {@code createdAt}. */
    public abstract Optional<Instant> createdAt();

    /** The name of who changed it last. Wire name {@code lastModifiedBy}. */
    public abstract Optional<String> lastModifiedBy();

    /** When it was last changed; in UTC as {@link #createdAt()}. Wire name {@code lastModifiedAt}. */
    public abstract Optional<Instant> lastModifiedAt();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /**
     * {@link #hours()} to the nearest second, which undoes the noise: 6.33 is 6:19:48, 6.0999999 is
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

        abstract Map<String, String> unknownFields();

        abstract TeamPulseEntry autoBuild();

        final TeamPulseEntry build() {
            return unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())))
                    .autoBuild();
        }
    }
}
