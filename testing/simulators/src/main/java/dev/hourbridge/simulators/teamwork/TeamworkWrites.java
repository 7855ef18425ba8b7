package dev.hourbridge.simulators.teamwork;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates entries. Dates and times are in the account's local time.
 *
 * <p>The body is an object {@code time-entry}. Numbers and flags are accepted as text, as numbers and as booleans,
 * because existing clients send each of these. An undocumented field is an error.
 */
final class TeamworkWrites {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS =
            Set.of("description", "person-id", "date", "time", "hours", "minutes", "isbillable", "tags");

    private final TeamworkAccount account;

    TeamworkWrites(TeamworkAccount account) {
        this.account = account;
    }

    /** @param taskId the task of the entry, which determines its project; empty for an entry without a task */
    StoredTeamworkEntry create(Call call, TeamworkItems.Person caller, long projectId, OptionalLong taskId) {
        JsonNode form = form(call, FIELDS);
        for (String required : List.of("date", "time")) {
            if (!form.has(required)) {
                throw new RejectedRequestException(400, "field " + required + " is required");
            }
        }
        if (!form.has("hours") && !form.has("minutes")) {
            throw new RejectedRequestException(400, "field hours is required");
        }
        LocalDateTime local = date(form).atTime(time(form));
        StoredTeamworkEntry.Builder entry = StoredTeamworkEntry.builder(
                person(form, caller.id()),
                projectId,
                local.atZone(account.zone).toInstant(),
                number(form, "hours", 0) * 60 + number(form, "minutes", 0));
        taskId.ifPresent(entry::taskId);
        return account.create(described(entry, form).build());
    }

    /**
     * Changes the fields in the request, and leaves the others unchanged. A date without a time moves the entry to that
     * day and retains its time.
     */
    void update(Call call, StoredTeamworkEntry before) {
        Set<String> known = new TreeSet<>(FIELDS);
        known.add("project-id");
        JsonNode form = form(call, known);
        LocalDateTime local = before.date().atZone(account.zone).toLocalDateTime();
        StoredTeamworkEntry.Builder entry = before.toBuilder()
                .personId(person(form, before.personId()))
                .minutes(number(form, "hours", before.minutes() / 60) * 60
                        + number(form, "minutes", before.minutes() % 60));
        if (form.has("date") || form.has("time")) {
            LocalDate day = form.has("date") ? date(form) : local.toLocalDate();
            LocalTime time = form.has("time") ? time(form) : local.toLocalTime();
            entry.date(day.atTime(time).atZone(account.zone).toInstant())
                    .hasStartTime(before.hasStartTime() || form.has("time"));
        }
        if (form.has("project-id")) {
            move(entry, before, id(form, "project-id"));
        }
        account.replace(described(entry, form).build());
    }

    /** Moves an entry to another project, which removes its task. */
    private void move(StoredTeamworkEntry.Builder entry, StoredTeamworkEntry before, long projectId) {
        if (!account.projects.containsKey(projectId)) {
            throw new RejectedRequestException(404, "Project not found");
        }
        if (projectId != before.projectId()) {
            entry.projectId(projectId).taskId(OptionalLong.empty());
        }
    }

    private StoredTeamworkEntry.Builder described(StoredTeamworkEntry.Builder entry, JsonNode form) {
        if (form.has("description")) {
            entry.description(text(form, "description"));
        }
        if (form.has("isbillable")) {
            entry.billable(flag(form.get("isbillable")));
        }
        if (form.has("tags")) {
            entry.tags(Arrays.stream(text(form, "tags").split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList());
        }
        return entry;
    }

    /** Returns the object {@code time-entry} of the body. */
    private static JsonNode form(Call call, Set<String> known) {
        QueryCheck.read(call, Set.of(), 400);
        JsonNode body;
        try {
            body = MAPPER.readTree(call.bodyText());
        } catch (JsonProcessingException e) {
            throw new RejectedRequestException(422, "The JSON cannot be read");
        }
        JsonNode form = body.get("time-entry");
        if (!call.contentType().equals("application/json") || form == null || !form.isObject() || body.size() != 1) {
            throw new RejectedRequestException(422, "Expected a time-entry in JSON");
        }
        for (Iterator<String> names = form.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new RejectedRequestException(400, "field " + name + " is unknown");
            }
        }
        return form;
    }

    /** Returns the person whom the request names, or {@code otherwise}. */
    private long person(JsonNode form, long otherwise) {
        if (!form.has("person-id")) {
            return otherwise;
        }
        long id = id(form, "person-id");
        if (!account.people.containsKey(id)) {
            throw new RejectedRequestException(400, "field person-id is not a person of this project");
        }
        return id;
    }

    private static LocalDate date(JsonNode form) {
        try {
            return LocalDate.parse(text(form, "date"), TeamworkQuery.DATE);
        } catch (DateTimeException e) {
            throw invalid("date");
        }
    }

    private static LocalTime time(JsonNode form) {
        try {
            return LocalTime.parse(text(form, "time"), TeamworkQuery.TIME);
        } catch (DateTimeException e) {
            throw invalid("time");
        }
    }

    private static String text(JsonNode form, String field) {
        JsonNode value = form.get(field);
        if (value == null || !value.isTextual()) {
            throw invalid(field);
        }
        return value.textValue();
    }

    /** Reads a number or a string of digits, because both are in use. */
    private static int number(JsonNode form, String field, int otherwise) {
        JsonNode value = form.get(field);
        if (value == null) {
            return otherwise;
        }
        if (!digits(value).matches("[0-9]{1,6}")) {
            throw invalid(field);
        }
        return Integer.parseInt(digits(value));
    }

    private static long id(JsonNode form, String field) {
        String digits = digits(form.get(field));
        if (!digits.matches("[0-9]{1,18}")) {
            throw invalid(field);
        }
        return Long.parseLong(digits);
    }

    private static String digits(JsonNode value) {
        return value.isIntegralNumber() || value.isTextual() ? value.asText() : "";
    }

    /** Reads a string, a number or a boolean, because all are in use. */
    private static boolean flag(@Nullable JsonNode value) {
        String text = value == null ? "" : value.asText();
        return switch (text) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw invalid("isbillable");
        };
    }

    private static RejectedRequestException invalid(String field) {
        return new RejectedRequestException(400, "field " + field + " is invalid");
    }
}
