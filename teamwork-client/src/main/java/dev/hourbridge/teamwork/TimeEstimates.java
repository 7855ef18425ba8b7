package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.util.Map;

/** The totals of task estimates, computed by the service. Immutable and thread-safe. */
@AutoValue
public abstract class TimeEstimates {
    TimeEstimates() {}

    static Builder builder() {
        return new AutoValue_TimeEstimates.Builder().unknownFields(Map.of());
    }

    /** Returns the total of all estimates in minutes. Wire name {@code total-mins-estimated}. */
    public abstract long totalMinutes();

    /** Returns the same value in hours, rounded to two decimals. Wire name {@code total-hours-estimated}. */
    public abstract BigDecimal totalHours();

    /** Returns the total for open tasks in minutes. Wire name {@code active-mins-estimated}. */
    public abstract long activeMinutes();

    /** Returns the same value in hours, rounded to two decimals. Wire name {@code active-hours-estimated}. */
    public abstract BigDecimal activeHours();

    /** Returns the total for completed tasks in minutes. Wire name {@code completed-mins-estimated}. */
    public abstract long completedMinutes();

    /** Returns the same value in hours, rounded to two decimals. Wire name {@code completed-hours-estimated}. */
    public abstract BigDecimal completedHours();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder totalMinutes(long totalMinutes);

        abstract Builder totalHours(BigDecimal totalHours);

        abstract Builder activeMinutes(long activeMinutes);

        abstract Builder activeHours(BigDecimal activeHours);

        abstract Builder completedMinutes(long completedMinutes);

        abstract Builder completedHours(BigDecimal completedHours);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract TimeEstimates build();
    }
}
