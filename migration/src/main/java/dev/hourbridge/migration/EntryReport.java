package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The state of one entry of the plan. Immutable and thread-safe. */
@AutoValue
public abstract class EntryReport {
    EntryReport() {}

    static EntryReport of(PlannedEntry entry, List<String> candidates) {
        PlannedContent content = entry.content();
        NewTimeEntry create = entry.create();
        return new AutoValue_EntryReport.Builder()
                .sourceId(entry.sourceId())
                .targetId(Optional.ofNullable(entry.targetId()))
                .state(entry.state())
                .adopted(entry.progress().isAdopted())
                .verdict(entry.seen().verdict())
                .person(entry.person())
                .project(project(entry))
                .task(create.task().map(TaskRef::id).orElse(""))
                .day(entry.day())
                .start(
                        create.workTime() instanceof WorkTime.Interval interval
                                ? Optional.of(interval.start().toLocalTime())
                                : Optional.empty())
                .duration(create.workTime().duration())
                .sourceDuration(content.source().duration())
                .note(create.note())
                .losses(content.losses().entrySet().stream()
                        .flatMap(each -> each.getValue().stream()
                                .map(kind ->
                                        EntryLoss.of(each.getKey(), kind, sourceValue(content, each.getKey(), kind))))
                        .toList())
                .differences(entry.seen().differences())
                .reason(Optional.ofNullable(entry.progress().reason()))
                .candidates(candidates)
                .notAttempted(
                        entry.state() == EntryState.REJECTED && entry.progress().isNotAttempted())
                .sourceChanged(entry.seen().isChangedAtSource())
                .build();
    }

    private static Optional<String> sourceValue(PlannedContent content, EntryField field, LossKind kind) {
        if (kind == LossKind.NEEDS_INPUT) {
            return Optional.empty();
        }
        Optional<String> value = content.source().text(field);
        return kind == LossKind.CUT
                ? value.map(note -> note.startsWith(content.plainNote())
                        ? note.substring(content.plainNote().length())
                        : note)
                : value;
    }

    /** Returns what was sent; where that is a task only, the project that it was seen in, or that was meant. */
    private static String project(PlannedEntry entry) {
        Optional<String> sent = entry.create().project().map(ProjectRef::id);
        Optional<String> task = entry.create().task().map(TaskRef::id);
        if (sent.isPresent() || task.isEmpty()) {
            return sent.orElse("");
        }
        String seen = entry.seen().project();
        if (seen != null && task.get().equals(entry.seen().task())) {
            return seen;
        }
        String group = entry.content().group();
        return group.equals(task.get()) ? "" : group;
    }

    /** Returns the source's id. */
    public abstract String sourceId();

    /** Returns the target's id, once it is known. */
    public abstract Optional<String> targetId();

    /** Returns the state of the entry. */
    public abstract EntryState state();

    /** Returns whether the row was on the target before the migration and was adopted. Such a row is never deleted. */
    public abstract boolean adopted();

    /** Returns the result of the last verify. */
    public abstract Optional<Verdict> verdict();

    /** Returns the person on the target. */
    public abstract String person();

    /**
     * Returns the target's project; empty if there is none, or if only the task is known and the row has not been read
     * yet.
     */
    public abstract String project();

    /** Returns the target's task; empty if there is none. */
    public abstract String task();

    /** Returns the day on the target. */
    public abstract LocalDate day();

    /** Returns the planned start on the target, with the offset of the entry; empty for an entry without a start. */
    public abstract Optional<LocalTime> start();

    /** Returns the planned duration. */
    public abstract Duration duration();

    /** Returns the duration at the source when the plan was made. */
    public abstract Duration sourceDuration();

    /** Returns the planned note. */
    public abstract String note();

    /** Returns the losses, by field; empty if there are none. */
    public abstract List<EntryLoss> losses();

    /** Returns the fields that differed in the last verify, with their planned and found values. */
    public abstract List<FieldDifference> differences();

    /** Returns the reason why the entry was rejected or is in doubt. */
    public abstract Optional<String> reason();

    /** Returns the target's ids of the rows that may be this entry while it is in doubt. */
    public abstract List<String> candidates();

    /** Returns whether the entry counts as rejected without being sent, because similar entries were rejected. */
    public abstract boolean notAttempted();

    /** Returns whether the last verify found that the entry was changed or deleted at the source. */
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

        abstract Builder start(Optional<LocalTime> start);

        abstract Builder sourceDuration(Duration duration);

        abstract Builder note(String note);

        abstract Builder losses(List<EntryLoss> losses);

        abstract Builder differences(List<FieldDifference> differences);

        abstract Builder reason(Optional<String> reason);

        abstract Builder candidates(List<String> targetIds);

        abstract Builder notAttempted(boolean notAttempted);

        abstract Builder sourceChanged(boolean changed);

        abstract EntryReport build();
    }
}
