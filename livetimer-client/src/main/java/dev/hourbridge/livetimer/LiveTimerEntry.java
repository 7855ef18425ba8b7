package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.WorkTime;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time entry as LiveTimer answers it. It is of one of two kinds, told apart by {@link #workTime()}:
 * start/end, with the offsets that were sent, or duration-only. Immutable and safe for use by several
 * threads.
 *
 * <p>With {@link Include} the service gives a resource in place of its id; the id is here in both
 * cases.
 */
@AutoValue
public abstract class LiveTimerEntry {
    LiveTimerEntry() {}

    static Builder builder() {
        return new AutoValue_LiveTimerEntry.Builder().note("").unknownFields(Map.of());
    }

    /** The entry's own number. Wire name {@code id}. */
    public abstract long id();

    /**
     * An interval for a start/end entry, a dated duration for a duration-only one. Wire names {@code
     * start-time} and {@code end-time}, or {@code start-date} and {@code duration}.
     */
    public abstract WorkTime workTime();

    /** The duration in minutes, for a start/end entry as the service computed it. Wire name {@code duration}. */
    public abstract long minutes();

    /** What was done; empty text for nothing. Wire name {@code note}. */
    public abstract String note();

    /** Who worked. Wire names {@code user-id}, {@code user}. */
    public abstract OptionalLong userId();

    /** Who worked, by {@link Include#USERS}. Wire name {@code user}. */
    public abstract Optional<LiveTimerUser> user();

    /** The project; of an entry on a task the service need not show it here. Wire names {@code project-id}, {@code project}. */
    public abstract OptionalLong projectId();

    /** The project, by {@link Include#PROJECTS}. Wire name {@code project}. */
    public abstract Optional<Classification> project();

    /** The task. Wire names {@code task-id}, {@code task}; inferred, since the vendor's sample has no entry on a task. */
    public abstract OptionalLong taskId();

    /** The task, by {@link Include#TASKS}. Wire name {@code task}. */
    public abstract Optional<Classification> task();

    /** The activity. Wire names {@code activity-id}, {@code activity}. */
    public abstract OptionalLong activityId();

    /** The activity, by {@link Include#ACTIVITIES}. Wire name {@code activity}. */
    public abstract Optional<Classification> activity();

    /** The client, where the service shows it beside the project and not within it. Wire name {@code client}. */
    public abstract Optional<Classification> client();

    /** When the entry was made. Wire name {@code created-at}. */
    public abstract Optional<Instant> createdAt();

    /** When the entry was last changed. Wire name {@code updated-at}. */
    public abstract Optional<Instant> updatedAt();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
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

        abstract Map<String, String> unknownFields();

        abstract LiveTimerEntry autoBuild();

        final LiveTimerEntry build() {
            user().ifPresent(user -> userId(user.id()));
            project().ifPresent(project -> projectId(project.id()));
            task().ifPresent(task -> taskId(task.id()));
            activity().ifPresent(activity -> activityId(activity.id()));
            unknownFields(
                    unknownFields().isEmpty()
                            ? Map.of()
                            : Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
