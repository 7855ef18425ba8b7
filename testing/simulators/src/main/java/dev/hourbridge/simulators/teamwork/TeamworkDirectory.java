package dev.hourbridge.simulators.teamwork;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.Reply;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Responses of the directory: people, projects, tasks, the caller and the zones. Their forms come from recordings and
 * not from the document on time entries: ids of people and projects are text, ids of tasks are numbers.
 *
 * <p>The client uses it to show names and to check the zone of the account. Lists have pages, with the same headers as
 * those of entries.
 */
final class TeamworkDirectory {
    private static final List<String> ZONES =
            List.of("Pacific/Niue", "America/New_York", "Europe/Dublin", "Europe/Zurich", "Asia/Kathmandu");

    private final TeamworkAccount account;
    private final int maxPageSize;

    TeamworkDirectory(TeamworkAccount account, int maxPageSize) {
        this.account = account;
        this.maxPageSize = maxPageSize;
    }

    /** Responds with all people of the account. */
    Reply people(Call call) {
        return list(call, Set.of("page", "fullProfile"), "people", List.copyOf(account.people.values()), this::person);
    }

    /** Responds with the active projects only. */
    Reply projects(Call call) {
        List<TeamworkItems.Project> active = account.projects.values().stream()
                .filter(TeamworkItems.Project::active)
                .toList();
        return list(call, Set.of("page"), "projects", active, (node, project) -> {
            node.put("id", Long.toString(project.id()))
                    .put("name", project.name())
                    .put("status", project.status());
            node.putObject("company")
                    .put("id", Long.toString(project.company().id()))
                    .put("name", project.company().name());
        });
    }

    /** Responds with the open tasks of a project. */
    Reply tasks(Call call, TeamworkItems.Project project) {
        List<TeamworkItems.Task> open = account.tasks.values().stream()
                .filter(task -> task.list().project().equals(project) && !task.completed())
                .toList();
        return list(
                call,
                Set.of("page"),
                "todo-items",
                open,
                (node, task) -> node.put("id", task.id())
                        .put("content", task.name())
                        .put("project-id", project.id())
                        .put("todo-list-id", task.list().id())
                        .put("completed", false));
    }

    private <T> Reply list(Call call, Set<String> known, String field, List<T> items, BiConsumer<ObjectNode, T> write) {
        TeamworkPage<T> page =
                TeamworkPage.of(items, new TeamworkQuery(call, known, account.zone), maxPageSize, items.size());
        ObjectNode body = TeamworkJson.ok();
        ArrayNode list = body.putArray(field);
        page.items().forEach(item -> write.accept(list.addObject(), item));
        return page.mark(TeamworkJson.reply(200, body));
    }

    /** Responds with the caller, whose zone is only in the full profile. */
    Reply me(Call call, TeamworkItems.Person caller) {
        Map<String, String> query = QueryCheck.read(call, Set.of("fullProfile"), 400);
        ObjectNode body = TeamworkJson.ok();
        ObjectNode node = body.putObject("person");
        person(node, caller);
        if ("1".equals(query.get("fullProfile"))) {
            node.putObject("localization").put("timezoneJavaRefCode", account.zone.getId());
        }
        return TeamworkJson.reply(200, body);
    }

    private void person(ObjectNode node, TeamworkItems.Person person) {
        node.put("id", Long.toString(person.id()))
                .put("first-name", person.firstName())
                .put("last-name", person.lastName())
                .put("user-type", "account")
                .put("deleted", false);
    }

    /** Responds with a few zones, each with its name in the time zone database and its standard offset. */
    Reply zones(Call call) {
        QueryCheck.read(call, Set.of(), 400);
        ObjectNode body = TeamworkJson.ok();
        ArrayNode list = body.putArray("timezones");
        for (String zone : ZONES) {
            int minutes =
                    ZoneId.of(zone).getRules().getStandardOffset(Instant.EPOCH).getTotalSeconds() / 60;
            list.addObject()
                    .put("id", Integer.toString(ZONES.indexOf(zone) + 1))
                    .put("name", zone.substring(zone.indexOf('/') + 1))
                    .put("javaRefCode", zone)
                    .put("offsetMinutes", Integer.toString(minutes));
        }
        return TeamworkJson.reply(200, body);
    }
}
