package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The totals of a task, with the task list and the project that it is in. Immutable and safe for use by several threads. */
@AutoValue
public abstract class TaskTotal {
    TaskTotal() {}

    static Builder builder() {
        return new AutoValue_TaskTotal.Builder().unknownFields(Map.of());
    }

    /** The company of the project. Wire name {@code company}. */
    public abstract Optional<NamedItem> company();

    /** The project. */
    public abstract NamedItem project();

    /** The task list. */
    public abstract NamedItem tasklist();

    /** The task. */
    public abstract NamedItem task();

    /** The estimates. Wire name {@code time-estimates}. */
    public abstract Optional<TimeEstimates> timeEstimates();

    /** The sums. Wire name {@code time-totals}. */
    public abstract TimeTotals timeTotals();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder company(Optional<NamedItem> company);

        abstract Builder project(NamedItem project);

        abstract Builder tasklist(NamedItem tasklist);

        abstract Builder task(NamedItem task);

        abstract Builder timeEstimates(Optional<TimeEstimates> timeEstimates);

        abstract Builder timeTotals(TimeTotals timeTotals);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract Map<String, String> unknownFields();

        abstract TaskTotal autoBuild();

        final TaskTotal build() {
            unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
