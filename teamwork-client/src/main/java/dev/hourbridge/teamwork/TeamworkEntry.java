package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Teamwork time entry, field by field. Fields that the vendor's documentation does not list are marked "Not
 * documented" and may be missing. If the service sends an id as an empty string or 0, the accessor returns empty.
 * Immutable and thread-safe.
 */
@AutoValue
public abstract class TeamworkEntry {
    TeamworkEntry() {}

    static Builder builder() {
        return new AutoValue_TeamworkEntry.Builder()
                .description("")
                .hasStartTime(false)
                .tags(List.of())
                .taskTags(List.of())
                .unknownFields(Map.of());
    }

    /** Returns the id. Wire name {@code id}. */
    public abstract long id();

    /** Returns the project. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** Returns the project's name. Wire name {@code project-name}. */
    public abstract Optional<String> projectName();

    /**
     * Returns whether the project is active or archived. The service may omit it for single entries and in lists of a
     * task. Wire name {@code project-status}.
     */
    public abstract Optional<ProjectStatus> projectStatus();

    /** Returns the company of the project. Wire name {@code company-id}. */
    public abstract OptionalLong companyId();

    /** Returns the company's name. Wire name {@code company-name}. */
    public abstract Optional<String> companyName();

    /** Returns the person who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** Returns the person's first name. Wire name {@code person-first-name}. */
    public abstract Optional<String> personFirstName();

    /** Returns the person's last name. Wire name {@code person-last-name}. */
    public abstract Optional<String> personLastName();

    /** Returns the task list; empty for an entry on a project. Wire name {@code todo-list-id}. */
    public abstract OptionalLong todoListId();

    /** Returns the task list's name. Wire name {@code todo-list-name}. */
    public abstract Optional<String> todoListName();

    /** Returns the task; empty for an entry on a project. Wire name {@code todo-item-id}. */
    public abstract OptionalLong todoItemId();

    /** Returns the task's name. Wire name {@code todo-item-name}. */
    public abstract Optional<String> todoItemName();

    /** Returns the description; an empty string if there is none. Wire name {@code description}. */
    public abstract String description();

    /**
     * Returns the start in UTC if {@link #hasStartTime()} is true; otherwise an arbitrary instant of the day. Wire name
     * {@code date}.
     */
    public abstract Instant date();

    /**
     * Returns the same instant in the caller's zone. Not documented. The service appends a {@code Z}, which is wrong.
     * Wire name {@code dateUserPerspective}.
     */
    public abstract Optional<LocalDateTime> dateUserPerspective();

    /** Returns whether the time of {@link #date()} is a start that a user entered. Wire name {@code has-start-time}. */
    public abstract boolean hasStartTime();

    /** Returns the whole hours of the duration, without {@link #minutes()}. Wire name {@code hours}. */
    public abstract long hours();

    /** Returns the minutes in addition to {@link #hours()}. Wire name {@code minutes}. */
    public abstract long minutes();

    /** Returns the whole duration in hours, rounded to two decimals. Not documented. Wire name {@code hoursDecimal}. */
    public abstract Optional<BigDecimal> hoursDecimal();

    /** Returns whether the entry is billable. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** Returns whether the entry has been billed. Not documented. Wire name {@code isbilled}. */
    public abstract Optional<Boolean> billed();

    /** Returns the invoice number. Wire name {@code invoiceNo}. */
    public abstract Optional<String> invoiceNo();

    /** Returns the invoice status. Not documented. Wire name {@code invoiceStatus}. */
    public abstract Optional<String> invoiceStatus();

    /** Returns the tags, in the service's order; unmodifiable. Wire name {@code tags}. */
    public abstract List<TeamworkTag> tags();

    /** Returns the time of creation. Not documented. Wire name {@code createdAt}. */
    public abstract Optional<Instant> createdAt();

    /** Returns the time of the last change. Not documented. Wire name {@code updated-date}. */
    public abstract Optional<Instant> updatedDate();

    /** Returns the task list, under the name that newer responses use. Not documented. Wire name {@code tasklistId}. */
    public abstract OptionalLong tasklistId();

    /** Returns the parent task. Not documented. Wire name {@code parentTaskId}. */
    public abstract OptionalLong parentTaskId();

    /** Returns the parent task's name. Not documented. Wire name {@code parentTaskName}. */
    public abstract Optional<String> parentTaskName();

    /** Returns the tags of the task; unmodifiable. Not documented. Wire name {@code task-tags}. */
    public abstract List<TeamworkTag> taskTags();

    /**
     * Returns the estimate of the task. The unit is probably minutes. Not documented. Wire name {@code
     * taskEstimatedTime}.
     */
    public abstract Optional<BigDecimal> taskEstimatedTime();

    /** Returns whether the task is private. Not documented. Wire name {@code taskIsPrivate}. */
    public abstract Optional<Boolean> taskIsPrivate();

    /** Returns whether the task has a parent task. Not documented. Wire name {@code taskIsSubTask}. */
    public abstract Optional<Boolean> taskIsSubTask();

    /** Returns the help desk ticket. Not documented. Wire name {@code ticket-id}. */
    public abstract OptionalLong ticketId();

    /** Returns whether the person, not the entry, is deleted. Not documented. Wire name {@code userDeleted}. */
    public abstract Optional<Boolean> userDeleted();

    /** Returns whether the caller may change the entry. Not documented. Wire name {@code canEdit}. */
    public abstract Optional<Boolean> canEdit();

    /** Returns the URL of the person's picture. Not documented. Wire name {@code avatarUrl}. */
    public abstract Optional<String> avatarUrl();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /** Returns hours and minutes as one duration. */
    public final Duration duration() {
        return Duration.ofHours(hours()).plusMinutes(minutes());
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder projectId(OptionalLong projectId);

        abstract Builder projectName(Optional<String> projectName);

        abstract Builder projectStatus(Optional<ProjectStatus> projectStatus);

        abstract Builder companyId(OptionalLong companyId);

        abstract Builder companyName(Optional<String> companyName);

        abstract Builder personId(OptionalLong personId);

        abstract Builder personFirstName(Optional<String> personFirstName);

        abstract Builder personLastName(Optional<String> personLastName);

        abstract Builder todoListId(OptionalLong todoListId);

        abstract Builder todoListName(Optional<String> todoListName);

        abstract Builder todoItemId(OptionalLong todoItemId);

        abstract Builder todoItemName(Optional<String> todoItemName);

        abstract Builder description(String description);

        abstract Builder date(Instant date);

        abstract Builder dateUserPerspective(Optional<LocalDateTime> dateUserPerspective);

        abstract Builder hasStartTime(boolean hasStartTime);

        abstract Builder hours(long hours);

        abstract Builder minutes(long minutes);

        abstract Builder hoursDecimal(Optional<BigDecimal> hoursDecimal);

        abstract Builder billable(Optional<Boolean> billable);

        abstract Builder billed(Optional<Boolean> billed);

        abstract Builder invoiceNo(Optional<String> invoiceNo);

        abstract Builder invoiceStatus(Optional<String> invoiceStatus);

        abstract Builder tags(List<TeamworkTag> tags);

        abstract Builder createdAt(Optional<Instant> createdAt);

        abstract Builder updatedDate(Optional<Instant> updatedDate);

        abstract Builder tasklistId(OptionalLong tasklistId);

        abstract Builder parentTaskId(OptionalLong parentTaskId);

        abstract Builder parentTaskName(Optional<String> parentTaskName);

        abstract Builder taskTags(List<TeamworkTag> taskTags);

        abstract Builder taskEstimatedTime(Optional<BigDecimal> taskEstimatedTime);

        abstract Builder taskIsPrivate(Optional<Boolean> taskIsPrivate);

        abstract Builder taskIsSubTask(Optional<Boolean> taskIsSubTask);

        abstract Builder ticketId(OptionalLong ticketId);

        abstract Builder userDeleted(Optional<Boolean> userDeleted);

        abstract Builder canEdit(Optional<Boolean> canEdit);

        abstract Builder avatarUrl(Optional<String> avatarUrl);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract List<TeamworkTag> tags();

        abstract List<TeamworkTag> taskTags();

        abstract TeamworkEntry autoBuild();

        final TeamworkEntry build() {
            tags(List.copyOf(tags()));
            taskTags(List.copyOf(taskTags()));
            return autoBuild();
        }
    }
}
