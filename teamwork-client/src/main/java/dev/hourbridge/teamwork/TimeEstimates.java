package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums of the estimates of tasks, as the service computed them. Immutable and safe for use by several threads. */
@AutoValue
public abstract class TimeEstimates {
    TimeEstimates() {}

    static Builder builder() {
        return new AutoValue_TimeEstimates.Builder().unknownFields(Map.of());
    }

    /** All estimates, in minutes. Wire name {@code total-mins-estimated}. */
    public abstract long totalMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code total-hours-estimated}. */
    public abstract BigDecimal totalHours();

    /** Estimates of open tasks, in minutes. Wire name {@code active-mins-estimated}. */
    public abstract long activeMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code active-hours-estimated}. */
    public abstract BigDecimal activeHours();

    /** Estimates of finished tasks, in minutes. Wire name {@code completed-mins-estimated}. */
    public abstract long completedMinutes();

    /** The same in hours, rounded to hundredths. Wire name {@code completed-hours-estimated}. */
    public abstract BigDecimal completedHours();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
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

        abstract Map<String, String> unknownFields();

        abstract TimeEstimates autoBuild();

        final TimeEstimates build() {
            unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
