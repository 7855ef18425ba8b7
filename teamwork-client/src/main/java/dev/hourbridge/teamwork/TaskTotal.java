package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.util.Map;
import java.util.Optional;

/** The totals of a task, with its task list and project. Immutable and thread-safe. */
@AutoValue
public abstract class TaskTotal {
    TaskTotal() {}

    static Builder builder() {
        return new AutoValue_TaskTotal.Builder().unknownFields(Map.of());
    }

    /** Returns the company of the project. Wire name {@code company}. */
    public abstract Optional<NamedItem> company();

    /** Returns the project. */
    public abstract NamedItem project();

    /** Returns the task list. */
    public abstract NamedItem tasklist();

    /** Returns the task. */
    public abstract NamedItem task();

    /** Returns the estimates. Wire name {@code time-estimates}. */
    public abstract Optional<TimeEstimates> timeEstimates();

    /** Returns the time totals. Wire name {@code time-totals}. */
    public abstract TimeTotals timeTotals();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
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

        abstract TaskTotal build();
    }
}
