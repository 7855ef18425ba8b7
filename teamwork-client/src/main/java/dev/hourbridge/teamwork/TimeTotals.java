package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.util.Map;

/** The totals of time entries, computed by the service. Immutable and thread-safe. */
@AutoValue
public abstract class TimeTotals {
    TimeTotals() {}

    static Builder builder() {
        return new AutoValue_TimeTotals.Builder().unknownFields(Map.of());
    }

    /** Returns the total time in minutes. Wire name {@code total-mins-sum}. */
    public abstract long totalMinutes();

    /** Returns the total time in hours, rounded to two decimals. Wire name {@code total-hours-sum}. */
    public abstract BigDecimal totalHours();

    /** Returns the billable time in minutes. Wire name {@code billable-mins-sum}. */
    public abstract long billableMinutes();

    /** Returns the billable time in hours, rounded to two decimals. Wire name {@code billable-hours-sum}. */
    public abstract BigDecimal billableHours();

    /** Returns the non-billable time in minutes. Wire name {@code non-billable-mins-sum}. */
    public abstract long nonBillableMinutes();

    /** Returns the non-billable time in hours, rounded to two decimals. Wire name {@code non-billable-hours-sum}. */
    public abstract BigDecimal nonBillableHours();

    /** Returns the billed time in minutes. Wire name {@code billed-mins-sum}. */
    public abstract long billedMinutes();

    /** Returns the billed time in hours, rounded to two decimals. Wire name {@code billed-hours-sum}. */
    public abstract BigDecimal billedHours();

    /**
     * Returns the time that has not been billed, in minutes. Whether it includes non-billable time has changed over the
     * years, so do not use it in calculations. Wire name {@code non-billed-mins-sum}.
     */
    public abstract long nonBilledMinutes();

    /**
     * Returns the time that has not been billed, in hours, rounded to two decimals. Wire name {@code
     * non-billed-hours-sum}.
     */
    public abstract BigDecimal nonBilledHours();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder totalMinutes(long totalMinutes);

        abstract Builder totalHours(BigDecimal totalHours);

        abstract Builder billableMinutes(long billableMinutes);

        abstract Builder billableHours(BigDecimal billableHours);

        abstract Builder nonBillableMinutes(long nonBillableMinutes);

        abstract Builder nonBillableHours(BigDecimal nonBillableHours);

        abstract Builder billedMinutes(long billedMinutes);

        abstract Builder billedHours(BigDecimal billedHours);

        abstract Builder nonBilledMinutes(long nonBilledMinutes);

        abstract Builder nonBilledHours(BigDecimal nonBilledHours);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract TimeTotals build();
    }
}
