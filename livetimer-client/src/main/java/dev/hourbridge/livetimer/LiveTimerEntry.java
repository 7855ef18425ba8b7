package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.WorkTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A LiveTimer time entry. It is either a start/end entry, with the offsets that the service sent, or a duration-only
 * entry. {@link #workTime()} distinguishes them. Immutable and thread-safe.
 *
 * <p>If a resource is requested with {@link Include}, the service sends the resource instead of its id. The id is set
 * in both cases.
 */
@AutoValue
public abstract class LiveTimerEntry {
    LiveTimerEntry() {}

    static Builder builder() {
        return new AutoValue_LiveTimerEntry.Builder().note("").unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract long id();

    /**
     * Returns an interval for a start/end entry, or a dated duration for a duration-only entry. Wire names {@code
     * start-time} and {@code end-time}, or {@code start-date} and {@code duration}.
     */
    public abstract WorkTime workTime();

    /** Returns the duration in minutes. For a start/end entry, the service computes it. Wire name {@code duration}. */
    public abstract long minutes();

    /** Returns the note; an empty string if there is none. Wire name {@code note}. */
    public abstract String note();

    /** Returns the id of the person who worked. Wire names {@code user-id}, {@code user}. */
    public abstract OptionalLong userId();

    /** Returns the person who worked, if {@link Include#USERS} was requested. Wire name {@code user}. */
    public abstract Optional<LiveTimerUser> user();

    /**
     * Returns the id of the project. The service may omit it for an entry on a task. Wire names {@code project-id},
     * {@code project}.
     */
    public abstract OptionalLong projectId();

    /** Returns the project, if {@link Include#PROJECTS} was requested. Wire name {@code project}. */
    public abstract Optional<Classification> project();

    /**
     * Returns the id of the task. Wire names {@code task-id}, {@code task}; the names are inferred, because the
     * vendor's samples have no entry on a task.
     */
    public abstract OptionalLong taskId();

    /** Returns the task, if {@link Include#TASKS} was requested. Wire name {@code task}. */
    public abstract Optional<Classification> task();

    /** Returns the id of the activity. Wire names {@code activity-id}, {@code activity}. */
    public abstract OptionalLong activityId();

    /** Returns the activity, if {@link Include#ACTIVITIES} was requested. Wire name {@code activity}. */
    public abstract Optional<Classification> activity();

    /**
     * Returns the client, if the service sends it next to the project instead of inside it. Wire name {@code client}.
     */
    public abstract Optional<Classification> client();

    /** Returns the time of creation. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** Returns the time of the last change. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder workTime(WorkTime workTime);

        abstract Builder minutes(long minutes);

        abstract Builder note(String note);

        abstract Builder userId(long userId);

        abstract Builder user(LiveTimerUser user);

        abstract Builder projectId(long projectId);

        abstract Builder project(Classification project);

        abstract Builder taskId(long taskId);

        abstract Builder task(Classification task);

        abstract Builder activityId(long activityId);

        abstract Builder activity(Classification activity);

        abstract Builder client(Classification client);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedAt(Instant updatedAt);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract Optional<LiveTimerUser> user();

        abstract Optional<Classification> project();

        abstract Optional<Classification> task();

        abstract Optional<Classification> activity();

        abstract LiveTimerEntry autoBuild();

        final LiveTimerEntry build() {
            user().ifPresent(user -> userId(user.id()));
            project().ifPresent(project -> projectId(project.id()));
            task().ifPresent(task -> taskId(task.id()));
            activity().ifPresent(activity -> activityId(activity.id()));
            return autoBuild();
        }
    }
}
