package dev.hourbridge.simulators.teamwork;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes entries in the observed form: almost all values are text, and absent ids have two spellings.
 *
 * <p>The form is that of recorded responses if they differ from the vendor's documentation: ids, hours and flags are
 * text, tags may be an empty object, and a single entry lacks fields that a listed entry has.
 */
final class TeamworkJson {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private final TeamworkAccount account;
    private final boolean emptyTagsAsObject;

    TeamworkJson(TeamworkAccount account, boolean emptyTagsAsObject) {
        this.account = account;
        this.emptyTagsAsObject = emptyTagsAsObject;
    }

    /** Returns a body with the status of a successful response. */
    static ObjectNode ok() {
        return NODES.objectNode().put("STATUS", "OK");
    }

    /** Returns the body of a page. */
    ObjectNode list(List<StoredTeamworkEntry> page) {
        ObjectNode response = NODES.objectNode();
        ArrayNode entries = response.putArray("time-entries");
        page.forEach(entry -> entries.add(listed(entry)));
        return response.put("STATUS", "OK");
    }

    /** Returns a single entry, which lacks four of the fields of a listed entry. */
    ObjectNode single(StoredTeamworkEntry entry) {
        ObjectNode node = listed(entry);
        node.remove(List.of("avatarUrl", "hoursDecimal", "ticket-id", "userDeleted"));
        ObjectNode response = ok();
        response.set("time-entry", node);
        return response;
    }

    private ObjectNode listed(StoredTeamworkEntry entry) {
        ObjectNode node = NODES.objectNode();
        TeamworkItems.Project project = account.project(entry);
        node.put("project-id", Long.toString(project.id()))
                .put("project-name", project.name())
                .put("project-status", project.status())
                .put("company-id", Long.toString(project.company().id()))
                .put("company-name", project.company().name());
        person(node, account.person(entry.personId()));
        task(node, entry);
        work(node, entry);
        tags(node, entry);
        return node.put("id", Long.toString(entry.id()))
                .put("canEdit", true)
                .put("createdAt", utc(entry.createdAt()))
                .put("updated-date", utc(entry.updatedAt()));
    }

    /** Appends the person of an entry. */
    private static void person(ObjectNode node, TeamworkItems.Person person) {
        node.put("person-id", Long.toString(person.id()))
                .put("person-first-name", person.firstName())
                .put("person-last-name", person.lastName())
                .put("avatarUrl", "")
                .put("userDeleted", false);
    }

    /** Appends the task and its list. Without a task, their ids are empty strings. */
    private void task(ObjectNode node, StoredTeamworkEntry entry) {
        TeamworkItems.Task task = account.task(entry);
        String listId = task == null ? "" : Long.toString(task.list().id());
        node.put("todo-list-id", listId)
                .put("tasklistId", listId)
                .put("todo-list-name", task == null ? "" : task.list().name())
                .put("todo-item-id", task == null ? "" : Long.toString(task.id()))
                .put("todo-item-name", task == null ? "" : task.name())
                .put("taskEstimatedTime", task == null ? "0" : Integer.toString(task.estimatedMinutes()))
                .put("taskIsPrivate", "0")
                .put("taskIsSubTask", "0")
                .put("parentTaskId", "0")
                .put("parentTaskName", "")
                .put("ticket-id", "");
    }

    /** Appends the description, the date and the duration: as hours and minutes, and again as decimal hours. */
    private void work(ObjectNode node, StoredTeamworkEntry entry) {
        boolean invoiced = !entry.invoiceNo().isEmpty();
        node.put("description", entry.description())
                .put("date", utc(entry.date()))
                // The local time of the user, with an incorrect Z.
                .put("dateUserPerspective", STAMP.format(entry.date().atZone(account.zone)))
                .put("has-start-time", flag(entry.hasStartTime()))
                .put("hours", Integer.toString(entry.minutes() / 60))
                .put("minutes", Integer.toString(entry.minutes() % 60))
                .put("isbillable", flag(entry.billable()))
                .put("isbilled", flag(invoiced))
                .put("invoiceNo", entry.invoiceNo())
                .put("invoiceStatus", invoiced ? "complete" : "");
        BigDecimal hours = BigDecimal.valueOf(entry.minutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        if (entry.minutes() % 60 == 0) {
            node.put("hoursDecimal", Integer.toString(entry.minutes() / 60));
        } else {
            node.put("hoursDecimal", hours.stripTrailingZeros());
        }
    }

    private void tags(ObjectNode node, StoredTeamworkEntry entry) {
        node.putArray("task-tags");
        if (entry.tags().isEmpty() && emptyTagsAsObject) {
            node.putObject("tags");
            return;
        }
        ArrayNode tags = node.putArray("tags");
        for (String name : entry.tags()) {
            tags.addObject()
                    .put("name", name)
                    .put("id", Long.toString(account.tag(name).id()))
                    .put("color", "#2f8de4");
        }
    }

    private static String utc(Instant instant) {
        return STAMP.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    /**
     * Returns the response to a create.
     *
     * @param origin the scheme, host and port for the {@code Location} header
     */
    static Reply created(TeamworkCreateResponse shape, long id, String origin) {
        String text = Long.toString(id);
        return switch (shape) {
            case LOCATION_AND_IDS ->
                reply(201, ok().put("timeLogId", text)).with("id", text).with("Location", location(origin, id));
            case LOCATION -> reply(201, ok()).with("Location", location(origin, id));
            case TIME_LOG_ID_NUMBER -> reply(201, ok().put("timeLogId", id));
            case TIME_LOG_ID_TEXT -> reply(201, ok().put("timeLogId", text));
            case ID -> reply(200, ok().put("id", id));
            case TIME_LOG_ENTRY_ID -> reply(201, ok().put("timeLogEntryId", text));
            case TIME_ENTRY_ID -> {
                ObjectNode response = ok();
                response.putObject("time-entry").put("id", text);
                yield reply(201, response);
            }
            case TIME_ENTRY_TIME_LOG_ID -> {
                ObjectNode response = ok();
                response.putObject("time-entry").put("timeLogId", text);
                yield reply(201, response);
            }
            case ID_HEADER -> reply(201, ok()).with("id", text);
            case JSON_TEXT ->
                Reply.of(
                        201,
                        "application/json; charset=utf-8",
                        NODES.textNode(ok().put("timeLogId", text).toString()).toString());
            case NO_ID -> reply(201, ok());
        };
    }

    private static String location(String origin, long id) {
        return origin + "/time_entries/" + id + ".json";
    }

    /** Returns a response with a JSON body. */
    static Reply reply(int status, ObjectNode body) {
        return Reply.of(status, "application/json; charset=utf-8", body.toString());
    }
}
