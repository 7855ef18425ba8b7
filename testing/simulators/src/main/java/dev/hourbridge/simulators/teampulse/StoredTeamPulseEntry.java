package dev.hourbridge.simulators.teampulse;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time entry as {@link TeamPulseSimulator} stores it. Immutable.
 *
 * <p>The service stores hours in single precision. A program that reads 6.1 hours in double precision gets 6.0999999,
 * so a client must round to whole seconds.
 *
 * <!-- with: TeamPulseSimulator simulator -->
 * <pre>{@code
 * StoredTeamPulseEntry review = StoredTeamPulseEntry.builder(1, 10, LocalDate.of(2024, 3, 4), new BigDecimal("1.5"))
 *     .type("Billable")
 *     .note("Review")
 *     .build();
 * simulator.add(review);
 * }</pre>
 */
@AutoValue
public abstract class StoredTeamPulseEntry {
    private static final int DECIMALS = 6;

    StoredTeamPulseEntry() {}

    /** Returns a builder for an entry by this user on this task. */
    public static Builder builder(long userId, long taskId, LocalDate date, BigDecimal hours) {
        return new AutoValue_StoredTeamPulseEntry.Builder()
                .id(0)
                .userId(userId)
                .taskId(taskId)
                .date(date)
                .hours(hours)
                .type("Billable")
                .createdBy("")
                .createdAt(LocalDateTime.MIN)
                .lastModifiedBy("")
                .lastModifiedAt(LocalDateTime.MIN);
    }

    /** Returns the id, which is 0 until the entry is stored. */
    public abstract long id();

    /** Returns the id of the user. */
    public abstract long userId();

    /** Returns the task, which belongs to one project. */
    public abstract long taskId();

    /** Returns the day on which the work was done. */
    public abstract LocalDate date();

    /** Returns the duration in hours as it was sent, to six decimals. Responses return it in single precision. */
    public abstract BigDecimal hours();

    /** Returns the name of the work type. */
    public abstract String type();

    /** Returns the note. An absent note differs from a blank one. */
    public abstract Optional<String> note();

    /** Returns the display name of the creator. */
    public abstract String createdBy();

    /** Returns the time of creation by the simulator's clock, in UTC, to the millisecond. */
    public abstract LocalDateTime createdAt();

    /** Returns the display name of the user who last changed the entry. */
    public abstract String lastModifiedBy();

    /** Returns the time of the last change by the simulator's clock, in UTC, to the millisecond. */
    public abstract LocalDateTime lastModifiedAt();

    /** Returns the hours in single precision, as the service stores them. */
    final float single() {
        return hours().floatValue();
    }

    abstract Builder toBuilder();

    /** Builds a {@link StoredTeamPulseEntry}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        abstract Builder id(long id);

        abstract Builder userId(long userId);

        abstract Builder taskId(long taskId);

        abstract Builder date(LocalDate date);

        abstract Builder hours(BigDecimal hours);

        abstract BigDecimal hours();

        abstract Builder note(Optional<String> note);

        abstract Builder createdBy(String name);

        abstract Builder createdAt(LocalDateTime createdAt);

        abstract Builder lastModifiedBy(String name);

        abstract Builder lastModifiedAt(LocalDateTime lastModifiedAt);

        /** Sets the work type. Default: Billable. */
        public abstract Builder type(String type);

        /** Sets the note. Default: no note. */
        public abstract Builder note(String note);

        abstract StoredTeamPulseEntry autoBuild();

        /** Returns the entry. */
        public final StoredTeamPulseEntry build() {
            return hours(hours().setScale(DECIMALS, RoundingMode.HALF_UP)).autoBuild();
        }
    }
}
