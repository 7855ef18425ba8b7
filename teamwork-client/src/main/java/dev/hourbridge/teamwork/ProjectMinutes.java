package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One project of the totals per project. Immutable and safe for use by several threads. */
@AutoValue
public abstract class ProjectMinutes {
    ProjectMinutes() {}

    static Builder builder() {
        return new AutoValue_ProjectMinutes.Builder().unknownFields(Map.of());
    }

    /** The company of the project. Wire name {@code company}. */
    public abstract Optional<NamedItem> company();

    /** The project. */
    public abstract NamedItem project();

    /** All time, in minutes. Wire name {@code totalMins}. */
    public abstract long totalMinutes();

    /** Time to be billed, in minutes. Wire name {@code totalBillableMins}. */
    public abstract long totalBillableMinutes();

    /** Time not to be billed, in minutes. Wire name {@code totalNonBillableMins}. */
    public abstract long totalNonBillableMinutes();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder company(Optional<NamedItem> company);

        abstract Builder project(NamedItem project);

        abstract Builder totalMinutes(long totalMinutes);

        abstract Builder totalBillableMinutes(long totalBillableMinutes);

        abstract Builder totalNonBillableMinutes(long totalNonBillableMinutes);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract Map<String, String> unknownFields();

        abstract ProjectMinutes autoBuild();

        final ProjectMinutes build() {
            unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
