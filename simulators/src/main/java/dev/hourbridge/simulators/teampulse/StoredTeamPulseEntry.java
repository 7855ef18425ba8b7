package dev.hourbridge.simulators.teampulse;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** A time entry as {@link TeamPulseSimulator} holds it. Immutable. */
@AutoValue
public abstract class StoredTeamPulseEntry {
    private static final int DECIMALS = 6;

    StoredTeamPulseEntry() {}

    /** A builder for an entry of this user on this task. */
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

    /** Assigned when it is stored; 0 before. */
    public abstract long id();

    /** Whose time it is. */
    public abstract long userId();

    /** The task, which belongs to one project. */
    public abstract long taskId();

    /** The day of the work. */
    public abstract LocalDate date();

    /** The duration in hours as it was written, to six decimals. It is read as a Single. */
    public abstract BigDecimal hours();

    /** The work type, by name. */
    public abstract String type();

    /** Empty if there is none, which is not the same as a blank one. */
    public abstract Optional<String> note();

    /** The display name of who made it. */
    public abstract String createdBy();

    /** By the simulator's clock, in UTC, to the millisecond. */
    public abstract LocalDateTime createdAt();

    /** The display name of who changed it last. */
    public abstract String lastModifiedBy();

    /** By the simulator's clock, in UTC, to the millisecond. */
    public abstract LocalDateTime lastModifiedAt();

    /** What is left of the hours in a column of single precision. */
    final float single() {
        return hours().floatValue();
    }

    abstract Builder toBuilder();

    /** Builds a {@link StoredTeamPulseEntry}. Not safe for use by several threads. */
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

        /** The work type. Default: Billable. */
        public abstract Builder type(String type);

        /** What was done. Default: none. */
        public abstract Builder note(String note);

        abstract StoredTeamPulseEntry autoBuild();

        /** The entry. */
        public final StoredTeamPulseEntry build() {
            return hours(hours().setScale(DECIMALS, RoundingMode.HALF_UP)).autoBuild();
        }
    }
}
