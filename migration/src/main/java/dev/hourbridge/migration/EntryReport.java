package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where one entry of the plan stands. Immutable and safe for use by several threads. */
@AutoValue
public abstract class EntryReport {
    EntryReport() {}

    static Builder builder() {
        return new AutoValue_EntryReport.Builder();
    }

    /** The source's id. */
    public abstract String sourceId();

    /** The target's id, once it is known. */
    public abstract Optional<String> targetId();

    /** Where it stands. */
    public abstract EntryState state();

    /** Whether the row was on the target before the migration and was adopted; it is never deleted. */
    public abstract boolean adopted();

    /** What the last verify said. */
    public abstract Optional<Verdict> verdict();

    /** The target's person. */
    public abstract String person();

    /** The target's project; empty for none, or where only the task is known, before it was seen. */
    public abstract String project();

    /** The target's task; empty for none. */
    public abstract String task();

    /** The day on the target. */
    public abstract LocalDate day();

    /** The duration as planned. */
    public abstract Duration duration();

    /** The duration at the source, when the plan was made. */
    public abstract Duration sourceDuration();

    /** The note as planned. */
    public abstract String note();

    /** Returns what is lost, by field; empty for nothing. */
    public abstract List<EntryLoss> losses();

    /** Returns the fields that the last verify found different, with what was planned and what was found. */
    public abstract List<FieldDifference> differences();

    /** Why it was refused, or is in doubt. */
    public abstract Optional<String> reason();

    /** Whether it was refused without being sent, because its like were refused. */
    public abstract boolean notAttempted();

    /** Whether the last verify found it changed or gone at the source. */
    public abstract boolean sourceChanged();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder sourceId(String id);

        abstract Builder targetId(Optional<String> id);

        abstract Builder state(EntryState state);

        abstract Builder adopted(boolean adopted);

        abstract Builder verdict(Optional<Verdict> verdict);

        abstract Builder person(String person);

        abstract Builder project(String project);

        abstract Builder task(String task);

        abstract Builder day(LocalDate day);

        abstract Builder duration(Duration duration);

        abstract Builder sourceDuration(Duration duration);

        abstract Builder note(String note);

        abstract Builder losses(List<EntryLoss> losses);

        abstract Builder differences(List<FieldDifference> differences);

        abstract Builder reason(Optional<String> reason);

        abstract Builder notAttempted(boolean notAttempted);

        abstract Builder sourceChanged(boolean changed);

        abstract EntryReport build();
    }
}
