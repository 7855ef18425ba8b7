package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.ConvertingDeserializer;
import dev.hourbridge.http.internal.wire.LenientBooleanDeserializer;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLocalDateTimeDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time entry in a response. Numbers and flags may be in quotes. An id that is empty or 0 means that there is none.
 *
 * <p>The field names are those in recorded responses; some have two spellings.
 */
final class EntryJson extends WireType {
    private static final long MAX_HOURS = 1_000_000;

    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long id;

    @JsonProperty("project-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long projectId;

    @JsonProperty("project-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String projectName;

    @JsonProperty("project-status")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String projectStatus;

    @JsonProperty("company-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long companyId;

    @JsonProperty("company-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String companyName;

    @JsonProperty("person-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long personId;

    @JsonProperty("person-first-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String personFirstName;

    @JsonProperty("person-last-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String personLastName;

    @JsonProperty("todo-list-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long todoListId;

    @JsonProperty("todo-list-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String todoListName;

    @JsonProperty("todo-item-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long todoItemId;

    @JsonProperty("todo-item-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String todoItemName;

    @JsonProperty("description")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String description;

    @JsonProperty("date")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    private @Nullable Instant date;

    @JsonProperty("dateUserPerspective")
    @JsonDeserialize(using = LenientLocalDateTimeDeserializer.class)
    private @Nullable LocalDateTime dateUserPerspective;

    @JsonProperty("has-start-time")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean hasStartTime;

    @JsonProperty("hours")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long hours;

    @JsonProperty("minutes")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long minutes;

    @JsonProperty("hoursDecimal")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal hoursDecimal;

    @JsonProperty("isbillable")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean billable;

    @JsonProperty("isbilled")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean billed;

    @JsonProperty("invoiceNo")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String invoiceNo;

    @JsonProperty("invoiceStatus")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String invoiceStatus;

    @JsonProperty("tags")
    @JsonDeserialize(using = TagsJson.class)
    private List<TeamworkTag> tags = List.of();

    @JsonProperty("createdAt")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    private @Nullable Instant createdAt;

    @JsonProperty("updated-date")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    private @Nullable Instant updatedDate;

    @JsonProperty("tasklistId")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long tasklistId;

    @JsonProperty("parentTaskId")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long parentTaskId;

    @JsonProperty("parentTaskName")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String parentTaskName;

    @JsonProperty("task-tags")
    @JsonDeserialize(using = TagsJson.class)
    private List<TeamworkTag> taskTags = List.of();

    @JsonProperty("taskEstimatedTime")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal taskEstimatedTime;

    @JsonProperty("taskIsPrivate")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean taskIsPrivate;

    @JsonProperty("taskIsSubTask")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean taskIsSubTask;

    @JsonProperty("ticket-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long ticketId;

    @JsonProperty("userDeleted")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean userDeleted;

    @JsonProperty("canEdit")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    private @Nullable Boolean canEdit;

    @JsonProperty("avatarUrl")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String avatarUrl;

    /** Reads the entries of a list. */
    static final class Listed extends ConvertingDeserializer<EntryJson, TeamworkEntry> {
        Listed() {
            super(EntryJson.class);
        }

        @Override
        protected TeamworkEntry convert(EntryJson entry, ApiResponse response) {
            return entry.toEntry(response);
        }
    }

    /** Checks that the entry has all required fields, and returns it. */
    TeamworkEntry toEntry(ApiResponse response) {
        return TeamworkEntry.builder()
                .id(WireValues.bounded("id", id, 1, Long.MAX_VALUE, response))
                .date(WireValues.required("date", date, response))
                .hours(WireValues.bounded("hours", hours, 0, MAX_HOURS, response))
                .minutes(WireValues.bounded("minutes", minutes, 0, MAX_HOURS * 60, response))
                .projectId(WireValues.id(projectId))
                .projectName(WireValues.text(projectName))
                .projectStatus(WireValues.text(projectStatus).map(ProjectStatus::of))
                .companyId(WireValues.id(companyId))
                .companyName(WireValues.text(companyName))
                .personId(WireValues.id(personId))
                .personFirstName(WireValues.text(personFirstName))
                .personLastName(WireValues.text(personLastName))
                .todoListId(WireValues.id(todoListId))
                .todoListName(WireValues.text(todoListName))
                .todoItemId(WireValues.id(todoItemId))
                .todoItemName(WireValues.text(todoItemName))
                .description(description == null ? "" : description)
                .dateUserPerspective(Optional.ofNullable(dateUserPerspective))
                .hasStartTime(Boolean.TRUE.equals(hasStartTime))
                .hoursDecimal(Optional.ofNullable(hoursDecimal))
                .billable(Optional.ofNullable(billable))
                .billed(Optional.ofNullable(billed))
                .invoiceNo(WireValues.text(invoiceNo))
                .invoiceStatus(WireValues.text(invoiceStatus))
                .tags(tags)
                .createdAt(Optional.ofNullable(createdAt))
                .updatedDate(Optional.ofNullable(updatedDate))
                .tasklistId(WireValues.id(tasklistId))
                .parentTaskId(WireValues.id(parentTaskId))
                .parentTaskName(WireValues.text(parentTaskName))
                .taskTags(taskTags)
                .taskEstimatedTime(Optional.ofNullable(taskEstimatedTime))
                .taskIsPrivate(Optional.ofNullable(taskIsPrivate))
                .taskIsSubTask(Optional.ofNullable(taskIsSubTask))
                .ticketId(WireValues.id(ticketId))
                .userDeleted(Optional.ofNullable(userDeleted))
                .canEdit(Optional.ofNullable(canEdit))
                .avatarUrl(WireValues.text(avatarUrl))
                .unknownFields(unknownFields())
                .build();
    }
}
