package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.Optional;

/** One project's total in the per-project totals. Immutable and thread-safe. */
@AutoValue
public abstract class ProjectMinutes {
    ProjectMinutes() {}

    static Builder builder() {
        return new AutoValue_ProjectMinutes.Builder().unknownFields(Map.of());
    }

    /** Returns the company of the project. Wire name {@code company}. */
    public abstract Optional<NamedItem> company();

    /** Returns the project. */
    public abstract NamedItem project();

    /** Returns the total time in minutes. Wire name {@code totalMins}. */
    public abstract long totalMinutes();

    /** Returns the billable time in minutes. Wire name {@code totalBillableMins}. */
    public abstract long totalBillableMinutes();

    /** Returns the non-billable time in minutes. Wire name {@code totalNonBillableMins}. */
    public abstract long totalNonBillableMinutes();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder company(Optional<NamedItem> company);

        abstract Builder project(NamedItem project);

        abstract Builder totalMinutes(long totalMinutes);

        abstract Builder totalBillableMinutes(long totalBillableMinutes);

        abstract Builder totalNonBillableMinutes(long totalNonBillableMinutes);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract ProjectMinutes build();
    }
}
