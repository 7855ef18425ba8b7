package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums of time entries, as the service computed them. Immutable and safe for use by several threads. */
@AutoValue
public abstract class TimeTotals {
    TimeTotals() {}

    static Builder builder() {
        return new AutoValue_TimeTotals.Builder().unknownFields(Map.of());
    }

    /** All time, in minutes. Wire name {@code total-mins-sum}. */
    public abstract long totalMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code total-hours-sum}. */
    public abstract BigDecimal totalHours();

    /** Time to be billed, in minutes. Wire name {@code billable-mins-sum}. */
    public abstract long billableMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code billable-hours-sum}. */
    public abstract BigDecimal billableHours();

    /** Time not to be billed, in minutes. Wire name {@code non-billable-mins-sum}. */
    public abstract long nonBillableMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code non-billable-hours-sum}. */
    public abstract BigDecimal nonBillableHours();

    /** Time that was billed, in minutes. Wire name {@code billed-mins-sum}. */
    public abstract long billedMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code billed-hours-sum}. */
    public abstract BigDecimal billedHours();

    /** Time that was not billed; whether that takes in what is not to be billed changed over the years, so compute nothing from it, in minutes. Wire name {@code non-billed-mins-sum}. */
    public abstract long nonBilledMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code non-billed-hours-sum}. */
    public abstract BigDecimal nonBilledHours();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
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

        abstract Map<String, String> unknownFields();

        abstract TimeTotals autoBuild();

        final TimeTotals build() {
            unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
