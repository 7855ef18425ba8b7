package dev.hourbridge.simulators.teampulse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The complete or partial entry in a request.
 *
 * <p>A create requires the date, hours, type, user and task. An update contains the changed fields, and cannot change
 * the user and task. As in recorded responses, errors have two forms: a missing field or a field of the wrong type is
 * reported under {@code ModelState}, and a value that does not exist in a flat object.
 */
final class TeamPulseForm {
    private static final int NOTE_LIMIT = 128;
    private static final Set<String> WRITABLE = Set.of("date", "hours", "type", "userId", "taskId", "note");
    /** The service sends these fields, and its own SDK sends them back. */
    private static final Set<String> READ_ONLY =
            Set.of("id", "week", "createdBy", "createdAt", "lastModifiedBy", "lastModifiedAt");

    private static final Pattern DATE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9:.]{5,16}(Z|[+-][0-9]{2}:[0-9]{2})?)?");
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode fields;

    private TeamPulseForm(ObjectNode fields) {
        this.fields = fields;
    }

    /** @throws RejectedRequestException if the body is not a JSON object of writable fields */
    static TeamPulseForm of(Call call) {
        if (!call.contentType().equals("application/json")) {
            throw new RejectedRequestException(TeamPulseJson.reply(
                    415, TeamPulseJson.message("The request entity's media type is not supported for this resource.")));
        }
        JsonNode body;
        try {
            body = MAPPER.readTree(call.bodyText());
        } catch (JsonProcessingException e) {
            throw badRequest(TeamPulseJson.modelState("", "Invalid JSON."));
        }
        if (!(body instanceof ObjectNode fields)) {
            throw badRequest(TeamPulseJson.modelState("", "An object is required."));
        }
        if (call.isLenient()) {
            fields.remove(READ_ONLY);
        }
        for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!WRITABLE.contains(name)) {
                throw invalid(name, "The field " + name + " is read-only or unknown.");
            }
        }
        return new TeamPulseForm(fields);
    }

    /** @throws RejectedRequestException with 400 for the first invalid field */
    StoredTeamPulseEntry create(TeamPulseAccount account, TeamPulseUser caller) {
        for (String name : new String[] {"date", "hours", "type", "userId", "taskId"}) {
            if (!fields.hasNonNull(name)) {
                throw invalid(name, "The " + name + " field is required.");
            }
        }
        long userId = id("userId");
        if (!account.users.containsKey(userId)) {
            throw flat("userId", "There is no such user.");
        }
        long taskId = id("taskId");
        TeamPulseProject project = account.projectOfTask(taskId, caller);
        if (project == null) {
            throw flat("taskId", "There is no such task.");
        }
        return StoredTeamPulseEntry.builder(userId, taskId, date(), hours())
                .type(type(project))
                .note(note())
                .build();
    }

    /**
     * Returns the entry with the fields of the request.
     *
     * @throws RejectedRequestException with 400 for the first invalid field
     */
    StoredTeamPulseEntry update(StoredTeamPulseEntry old, TeamPulseProject project) {
        if ((fields.has("userId") && id("userId") != old.userId())
                || (fields.has("taskId") && id("taskId") != old.taskId())) {
            throw invalid(fields.has("userId") ? "userId" : "taskId", "The field is read-only.");
        }
        StoredTeamPulseEntry.Builder entry = old.toBuilder();
        if (fields.has("date")) {
            entry.date(date());
        }
        if (fields.has("hours")) {
            entry.hours(hours());
        }
        if (fields.has("type")) {
            entry.type(type(project));
        }
        if (fields.has("note")) {
            entry.note(note());
        }
        return entry.build();
    }

    /** Returns an id, which must be a 32-bit whole number. */
    private long id(String name) {
        JsonNode value = fields.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw invalid(name, "The value is not valid for " + name + ".");
        }
        return value.intValue();
    }

    /** Returns the day as written, ignoring a time and zone after it. */
    private LocalDate date() {
        JsonNode value = fields.path("date");
        Matcher date = DATE.matcher(value.isTextual() ? value.textValue() : "");
        try {
            if (date.matches()) {
                return LocalDate.parse(date.group(1));
            }
        } catch (DateTimeParseException e) {
            throw invalid("date", "The value is not valid for date.");
        }
        throw invalid("date", "The value is not valid for date.");
    }

    /** Returns the hours, 0 or more, exactly as written. */
    private BigDecimal hours() {
        JsonNode value = fields.path("hours");
        if (!value.isNumber() || value.decimalValue().signum() < 0) {
            throw invalid("hours", "The value is not valid for hours.");
        }
        return value.decimalValue();
    }

    /** Returns a work type that the project has. */
    private String type(TeamPulseProject project) {
        String name = fields.path("type").textValue();
        if (name == null || !project.types.contains(name)) {
            throw flat("type", "The field type must be an existing work type.");
        }
        return name;
    }

    /** Returns the note; empty for null. The limit is in UTF-16 code units. */
    private Optional<String> note() {
        JsonNode value = fields.path("note");
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > NOTE_LIMIT) {
            throw flat("note", "The field note must be a string with a maximum length of " + NOTE_LIMIT + ".");
        }
        return Optional.of(value.textValue());
    }

    private static RejectedRequestException invalid(String field, String message) {
        return badRequest(TeamPulseJson.modelState(field, message));
    }

    private static RejectedRequestException flat(String field, String message) {
        return badRequest(TeamPulseJson.flat(field, message));
    }

    private static RejectedRequestException badRequest(JsonNode body) {
        return new RejectedRequestException(TeamPulseJson.reply(400, body));
    }
}
