package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time entry as Teamwork answers it, field by field. What the vendor document does not list but
 * services were seen to send is marked so, and may be missing. An id that the service spells as
 * empty text or as 0 is empty. Immutable and safe for use by several threads.
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

    /** The entry's own number. Wire name {@code id}. */
    public abstract long id();

    /** The project. Wire name {@code project-id}. */
    public abstract OptionalLong projectId();

    /** The project's name. Wire name {@code project-name}. */
    public abstract Optional<String> projectName();

    /** Whether the project is active or archived; task lists and single entries may leave it out. Wire name {@code project-status}. */
    public abstract Optional<ProjectStatus> projectStatus();

    /** The company that the project is for. Wire name {@code company-id}. */
    public abstract OptionalLong companyId();

    /** The company's name. Wire name {@code company-name}. */
    public abstract Optional<String> companyName();

    /** Who worked. Wire name {@code person-id}. */
    public abstract OptionalLong personId();

    /** The person's first name. Wire name {@code person-first-name}. */
    public abstract Optional<String> personFirstName();

    /** The person's last name. Wire name {@code person-last-name}. */
    public abstract Optional<String> personLastName();

    /** The task list; empty for an entry on a project. Wire name {@code todo-list-id}. */
    public abstract OptionalLong todoListId();

    /** The task list's name. Wire name {@code todo-list-name}. */
    public abstract Optional<String> todoListName();

    /** The task; empty for an entry on a project. Wire name {@code todo-item-id}. */
    public abstract OptionalLong todoItemId();

    /** The task's name. Wire name {@code todo-item-name}. */
    public abstract Optional<String> todoItemName();

    /** What was done; empty text for nothing. Wire name {@code description}. */
    public abstract String description();

    /** The start in UTC, where {@link #hasStartTime()} says that there is one; else a moment of the day. Wire name {@code date}. */
    public abstract Instant date();

    /** The same moment on the caller's clock. Not documented; the service writes it with a {@code Z} that does not belong there. Wire name {@code dateUserPerspective}. */
    public abstract Optional<LocalDateTime> dateUserPerspective();

    /** Whether the time of {@link #date()} is a start that somebody gave. Wire name {@code has-start-time}. */
    public abstract boolean hasStartTime();

    /** Whole hours of the duration; {@link #minutes()} come on top. Wire name {@code hours}. */
    public abstract long hours();

    /** Minutes of the duration that {@link #hours()} leave over. Wire name {@code minutes}. */
    public abstract long minutes();

    /** The whole duration in hours, rounded to hundredths. Not documented. Wire name {@code hoursDecimal}. */
    public abstract Optional<BigDecimal> hoursDecimal();

    /** Whether it is to be billed. Wire name {@code isbillable}. */
    public abstract Optional<Boolean> billable();

    /** Whether it was billed. Not documented. Wire name {@code isbilled}. */
    public abstract Optional<Boolean> billed();

    /** The number of the invoice. Wire name {@code invoiceNo}. */
    public abstract Optional<String> invoiceNo();

    /** The status of the invoice. Not documented. Wire name {@code invoiceStatus}. */
    public abstract Optional<String> invoiceStatus();

    /** Tags, in the service's order; unmodifiable. Wire name {@code tags}. */
    public abstract List<TeamworkTag> tags();

    /** When the entry was made. Not documented. Wire name {@code createdAt}. */
    public abstract Optional<Instant> createdAt();

    /** When the entry was last changed. Not documented. Wire name {@code updated-date}. */
    public abstract Optional<Instant> updatedDate();

    /** The task list once more, as newer answers call it. Not documented. Wire name {@code tasklistId}. */
    public abstract OptionalLong tasklistId();

    /** The task above the task. Not documented. Wire name {@code parentTaskId}. */
    public abstract OptionalLong parentTaskId();

    /** Its name. Not documented. Wire name {@code parentTaskName}. */
    public abstract Optional<String> parentTaskName();

    /** Tags of the task; unmodifiable. Not documented. Wire name {@code task-tags}. */
    public abstract List<TeamworkTag> taskTags();

    /** The estimate of the task; the unit is probably minutes. Not documented. Wire name {@code taskEstimatedTime}. */
    public abstract Optional<BigDecimal> taskEstimatedTime();

    /** Whether the task is private. Not documented. Wire name {@code taskIsPrivate}. */
    public abstract Optional<Boolean> taskIsPrivate();

    /** Whether the task has a task above it. Not documented. Wire name {@code taskIsSubTask}. */
    public abstract Optional<Boolean> taskIsSubTask();

    /** The ticket of the help desk. Not documented. Wire name {@code ticket-id}. */
    public abstract OptionalLong ticketId();

    /** Whether the person, not the entry, was deleted. Not documented. Wire name {@code userDeleted}. */
    public abstract Optional<Boolean> userDeleted();

    /** Whether the caller may change the entry. Not documented. Wire name {@code canEdit}. */
    public abstract Optional<Boolean> canEdit();

    /** The person's picture. Not documented. Wire name {@code avatarUrl}. */
    public abstract Optional<String> avatarUrl();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /** Hours and minutes together. */
    public final Duration duration() {
        return Duration.ofHours(hours()).plusMinutes(minutes());
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder id(long id);

        abstract Builder projectId(long projectId);

        abstract Builder projectName(String projectName);

        abstract Builder projectStatus(ProjectStatus projectStatus);

        abstract Builder companyId(long companyId);

        abstract Builder companyName(String companyName);

        abstract Builder personId(long personId);

        abstract Builder personFirstName(String personFirstName);

        abstract Builder personLastName(String personLastName);

        abstract Builder todoListId(long todoListId);

        abstract Builder todoListName(String todoListName);

        abstract Builder todoItemId(long todoItemId);

        abstract Builder todoItemName(String todoItemName);

        abstract Builder description(String description);

        abstract Builder date(Instant date);

        abstract Builder dateUserPerspective(LocalDateTime dateUserPerspective);

        abstract Builder hasStartTime(boolean hasStartTime);

        abstract Builder hours(long hours);

        abstract Builder minutes(long minutes);

        abstract Builder hoursDecimal(BigDecimal hoursDecimal);

        abstract Builder billable(Boolean billable);

        abstract Builder billed(Boolean billed);

        abstract Builder invoiceNo(String invoiceNo);

        abstract Builder invoiceStatus(String invoiceStatus);

        abstract Builder tags(List<TeamworkTag> tags);

        abstract Builder createdAt(Instant createdAt);

        abstract Builder updatedDate(Instant updatedDate);

        abstract Builder tasklistId(long tasklistId);

        abstract Builder parentTaskId(long parentTaskId);

        abstract Builder parentTaskName(String parentTaskName);

        abstract Builder taskTags(List<TeamworkTag> taskTags);

        abstract Builder taskEstimatedTime(BigDecimal taskEstimatedTime);

        abstract Builder taskIsPrivate(Boolean taskIsPrivate);

        abstract Builder taskIsSubTask(Boolean taskIsSubTask);

        abstract Builder ticketId(long ticketId);

        abstract Builder userDeleted(Boolean userDeleted);

        abstract Builder canEdit(Boolean canEdit);

        abstract Builder avatarUrl(String avatarUrl);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract List<TeamworkTag> tags();

        abstract List<TeamworkTag> taskTags();

        abstract Map<String, String> unknownFields();

        abstract TeamworkEntry autoBuild();

        final TeamworkEntry build() {
            tags(List.copyOf(tags()));
            taskTags(List.copyOf(taskTags()));
            unknownFields(
                    unknownFields().isEmpty()
                            ? Map.of()
                            : Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
