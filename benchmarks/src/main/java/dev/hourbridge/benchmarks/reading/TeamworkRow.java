package dev.hourbridge.benchmarks.reading;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of Teamwork's entries as a plain record of strings that can be mapped to the common model. */
record TeamworkRow(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("project-id") @Nullable String projectId,
        @JsonProperty("project-name") @Nullable String projectName,
        @JsonProperty("project-status") @Nullable String projectStatus,
        @JsonProperty("company-id") @Nullable String companyId,
        @JsonProperty("company-name") @Nullable String companyName,
        @JsonProperty("person-id") @Nullable String personId,
        @JsonProperty("person-first-name") @Nullable String firstName,
        @JsonProperty("person-last-name") @Nullable String lastName,
        @JsonProperty("todo-list-id") @Nullable String todoListId,
        @JsonProperty("todo-list-name") @Nullable String todoListName,
        @JsonProperty("todo-item-id") @Nullable String todoItemId,
        @JsonProperty("todo-item-name") @Nullable String todoItemName,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("date") @Nullable String date,
        @JsonProperty("dateUserPerspective") @Nullable String dateUserPerspective,
        @JsonProperty("has-start-time") @Nullable String hasStartTime,
        @JsonProperty("hours") @Nullable String hours,
        @JsonProperty("minutes") @Nullable String minutes,
        @JsonProperty("hoursDecimal") @Nullable String hoursDecimal,
        @JsonProperty("isbillable") @Nullable String billable,
        @JsonProperty("isbilled") @Nullable String billed,
        @JsonProperty("invoiceNo") @Nullable String invoiceNo,
        @JsonProperty("invoiceStatus") @Nullable String invoiceStatus,
        @JsonProperty("tags") List<Tag> tags,
        @JsonProperty("createdAt") @Nullable String createdAt,
        @JsonProperty("updated-date") @Nullable String updatedDate,
        @JsonProperty("tasklistId") @Nullable String tasklistId,
        @JsonProperty("parentTaskId") @Nullable String parentTaskId,
        @JsonProperty("parentTaskName") @Nullable String parentTaskName,
        @JsonProperty("task-tags") List<Tag> taskTags,
        @JsonProperty("taskEstimatedTime") @Nullable String taskEstimatedTime,
        @JsonProperty("taskIsPrivate") @Nullable String taskIsPrivate,
        @JsonProperty("taskIsSubTask") @Nullable String taskIsSubTask,
        @JsonProperty("ticket-id") @Nullable String ticketId,
        @JsonProperty("userDeleted") @Nullable String userDeleted,
        @JsonProperty("canEdit") @Nullable String canEdit,
        @JsonProperty("avatarUrl") @Nullable String avatarUrl,
        @JsonAnySetter Map<String, JsonNode> unknown) {

    record Tag(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("name") String name,
            @JsonProperty("color") @Nullable String color) {}

    TimeEntry toEntry(Account account) {
        Map<String, String> kept = extras();
        unknown.forEach((name, value) -> kept.put(name, value.isValueNode() ? value.asText() : value.toString()));
        return toEntry(account, kept);
    }

    TimeEntry toEntry(Account account, Map<String, String> extras) {
        Instant moment = Instant.parse(need(date));
        Duration worked = Duration.ofMinutes(Long.parseLong(need(hours)) * 60 + Long.parseLong(need(minutes)));
        LocalDateTime clock = LocalDateTime.parse(need(dateUserPerspective).substring(0, 19));
        long seconds = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).until(clock, ChronoUnit.SECONDS);
        var start = moment.atOffset(ZoneOffset.ofTotalSeconds((int) seconds));
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(TimeEntryId.of(account, need(id)))
                .workTime(
                        "1".equals(hasStartTime)
                                ? WorkTime.from(start, worked)
                                : WorkTime.on(start.toLocalDate(), worked))
                .note(description == null ? "" : description)
                .billable(billable == null ? Billable.UNSPECIFIED : billable.equals("1") ? Billable.YES : Billable.NO)
                .tags(tags.stream().map(Tag::name).toList())
                .audit(Audit.builder()
                        .createdAt(Instant.parse(need(createdAt)))
                        .updatedAt(Instant.parse(need(updatedDate)))
                        .build())
                .extras(extras);
        if (isGiven(personId)) {
            entry.person(PersonRef.of(account, need(personId)));
        }
        if (isGiven(firstName) || isGiven(lastName)) {
            entry.personName(firstName + " " + lastName);
        }
        if (isGiven(projectId)) {
            entry.project(ProjectRef.of(account, need(projectId)));
        }
        if (isGiven(projectName)) {
            entry.projectName(need(projectName));
        }
        if (isGiven(todoItemId)) {
            entry.task(TaskRef.of(account, need(todoItemId)));
        }
        if (isGiven(todoItemName)) {
            entry.taskName(need(todoItemName));
        }
        if (isGiven(companyId)) {
            entry.client(ClientRef.of(account, need(companyId)));
        }
        if (isGiven(companyName)) {
            entry.clientName(need(companyName));
        }
        if (isGiven(invoiceNo)) {
            entry.invoice(Invoice.numbered(need(invoiceNo)));
        } else if ("1".equals(billed)) {
            entry.invoice(Invoice.unnumbered());
        }
        return entry.build();
    }

    /** Returns the fields that the common model does not have, in the client's order. */
    Map<String, String> extras() {
        Map<String, String> extras = new LinkedHashMap<>();
        put(extras, "project-status", projectStatus);
        putId(extras, "todo-list-id", todoListId);
        put(extras, "todo-list-name", todoListName);
        put(extras, "hoursDecimal", hoursDecimal);
        putFlag(extras, "isbilled", billed);
        put(extras, "invoiceStatus", invoiceStatus);
        putId(extras, "tasklistId", tasklistId);
        putId(extras, "parentTaskId", parentTaskId);
        put(extras, "parentTaskName", parentTaskName);
        put(extras, "task-tags", taskTags.stream().map(Tag::name).collect(Collectors.joining(",")));
        put(extras, "taskEstimatedTime", taskEstimatedTime);
        putFlag(extras, "taskIsPrivate", taskIsPrivate);
        putFlag(extras, "taskIsSubTask", taskIsSubTask);
        putId(extras, "ticket-id", ticketId);
        putFlag(extras, "userDeleted", userDeleted);
        putFlag(extras, "canEdit", canEdit);
        put(extras, "avatarUrl", avatarUrl);
        return extras;
    }

    private static void put(Map<String, String> extras, String name, @Nullable String value) {
        if (isGiven(value)) {
            extras.put(name, need(value));
        }
    }

    private static void putId(Map<String, String> extras, String name, @Nullable String value) {
        put(extras, name, "0".equals(value) ? null : value);
    }

    private static void putFlag(Map<String, String> extras, String name, @Nullable String value) {
        put(extras, name, value == null ? null : value.equals("1") || value.equals("true") ? "true" : "false");
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static String need(@Nullable String value) {
        if (value == null) {
            throw new IllegalStateException("a field is missing");
        }
        return value;
    }
}
