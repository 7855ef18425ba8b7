package dev.hourbridge.simulators.teamwork;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The totals of entries at the four levels, and per project.
 *
 * <p>Minutes and hours are text, and hours are rounded to two decimals, so only the minutes can be compared with a
 * list.
 */
final class TeamworkTotals {
    /** The parameters of every total. */
    private static final Set<String> PERIOD = Set.of("fromdate", "todate", "fromtime", "totime", "projectType");

    private final TeamworkAccount account;
    private final TeamworkSelection selection;

    TeamworkTotals(TeamworkAccount account, TeamworkSelection selection) {
        this.account = account;
        this.selection = selection;
    }

    /** Returns the sums of all entries that the filters permit. */
    ObjectNode ofAccount(Call call) {
        ObjectNode response = TeamworkJson.ok();
        response.set("time-totals", sums(entries(call, entry -> true)));
        return response;
    }

    /** Returns the sums of a project, with the estimates of its tasks. */
    ObjectNode ofProject(Call call, TeamworkItems.Project project) {
        List<StoredTeamworkEntry> entries = entries(call, entry -> entry.projectId() == project.id());
        List<TeamworkItems.Task> tasks = account.tasks.values().stream()
                .filter(task -> task.list().project().equals(project))
                .toList();
        ObjectNode response = TeamworkJson.ok();
        ObjectNode node = head(response, project);
        node.set("time-estimates", filtered(estimates(tasks)));
        node.set("time-totals", filtered(sums(entries)));
        return response;
    }

    /** Returns the sums of a task list, with the estimates of its tasks. */
    ObjectNode ofTaskList(Call call, TeamworkItems.TaskList list) {
        List<StoredTeamworkEntry> entries = entries(call, entry -> {
            TeamworkItems.Task task = account.task(entry);
            return task != null && task.list().equals(list);
        });
        List<TeamworkItems.Task> tasks = account.tasks.values().stream()
                .filter(task -> task.list().equals(list))
                .toList();
        ObjectNode response = TeamworkJson.ok();
        ObjectNode node = named(head(response, list.project()).putObject("tasklist"), list.id(), list.name());
        node.set("time-estimates", filtered(estimates(tasks)));
        node.set("time-totals", filtered(sums(entries)));
        return response;
    }

    /** Returns the sums of a task, with its estimate. */
    ObjectNode ofTask(Call call, TeamworkItems.Task task) {
        List<StoredTeamworkEntry> entries = entries(call, entry -> task.equals(account.task(entry)));
        TeamworkItems.TaskList list = task.list();
        ObjectNode response = TeamworkJson.ok();
        ObjectNode listNode = named(head(response, list.project()).putObject("tasklist"), list.id(), list.name());
        ObjectNode node = named(listNode.putObject("task"), task.id(), task.name());
        node.set("time-estimates", estimates(List.of(task)));
        node.set("time-totals", sums(entries));
        return response;
    }

    /** Returns the totals of the projects that have entries. */
    Reply perProject(Call call) {
        Set<String> known = new TreeSet<>(PERIOD);
        known.addAll(Set.of("page", "pageSize"));
        TeamworkQuery query = new TeamworkQuery(call, known, account.zone);
        Map<Long, List<StoredTeamworkEntry>> byProject = new TreeMap<>();
        selection
                .summed(query, entry -> true)
                .forEach(entry -> byProject
                        .computeIfAbsent(entry.projectId(), id -> new ArrayList<>())
                        .add(entry));
        TeamworkPage<Map.Entry<Long, List<StoredTeamworkEntry>>> page =
                TeamworkPage.of(List.copyOf(byProject.entrySet()), query, TeamworkPage.MAX_SIZE, Integer.MAX_VALUE);
        ObjectNode response = TeamworkJson.ok();
        ArrayNode projects = response.putArray("projects");
        page.items().forEach(each -> {
            TeamworkItems.Project project = account.project(each.getValue().get(0));
            projects.add(flatSums(
                    named(company(projects.objectNode(), project), project.id(), project.name()), each.getValue()));
        });
        return page.mark(TeamworkJson.reply(200, response));
    }

    private List<StoredTeamworkEntry> entries(Call call, Predicate<StoredTeamworkEntry> of) {
        Set<String> known = new TreeSet<>(PERIOD);
        known.add("userId");
        return selection.summed(new TeamworkQuery(call, known, account.zone), of);
    }

    private static ObjectNode head(ObjectNode response, TeamworkItems.Project project) {
        return named(company(response.putArray("projects").addObject(), project), project.id(), project.name());
    }

    private static ObjectNode company(ObjectNode node, TeamworkItems.Project project) {
        node.putObject("company")
                .put("name", project.company().name())
                .put("id", Long.toString(project.company().id()));
        return node;
    }

    private static ObjectNode named(ObjectNode node, long id, String name) {
        return node.put("name", name).put("id", Long.toString(id));
    }

    /**
     * The minutes of entries, by invoicing status.
     *
     * @param total the minutes of all entries
     * @param billable the minutes of billable entries
     * @param billed the minutes of entries with an invoice
     */
    private record Sums(long total, long billable, long billed) {
        static Sums of(Collection<StoredTeamworkEntry> entries) {
            long total = 0;
            long billable = 0;
            long billed = 0;
            for (StoredTeamworkEntry entry : entries) {
                total += entry.minutes();
                billable += entry.billable() ? entry.minutes() : 0;
                billed += entry.invoiceNo().isEmpty() ? 0 : entry.minutes();
            }
            return new Sums(total, billable, billed);
        }

        long nonBillable() {
            return total - billable;
        }

        /**
         * Returns the billable minutes that are not billed, as recorded in 2024. The older document counts all
         * minutes that are not billed.
         */
        long nonBilled() {
            return Math.max(0, billable - billed);
        }
    }

    private static ObjectNode sums(List<StoredTeamworkEntry> entries) {
        Sums sums = Sums.of(entries);
        ObjectNode node = TeamworkJson.NODES.objectNode();
        both(node, "total-%s-sum", sums.total());
        both(node, "billable-%s-sum", sums.billable());
        both(node, "non-billable-%s-sum", sums.nonBillable());
        both(node, "billed-%s-sum", sums.billed());
        both(node, "non-billed-%s-sum", sums.nonBilled());
        return node;
    }

    private static ObjectNode estimates(List<TeamworkItems.Task> tasks) {
        long total =
                tasks.stream().mapToLong(TeamworkItems.Task::estimatedMinutes).sum();
        long completed = tasks.stream()
                .filter(TeamworkItems.Task::completed)
                .mapToLong(TeamworkItems.Task::estimatedMinutes)
                .sum();
        ObjectNode node = TeamworkJson.NODES.objectNode();
        both(node, "total-%s-estimated", total);
        both(node, "active-%s-estimated", total - completed);
        both(node, "completed-%s-estimated", completed);
        return node;
    }

    /** Adds the undocumented fields that projects and task lists have in both blocks. */
    private static ObjectNode filtered(ObjectNode node) {
        return node.put("filtered-estimated-mins-sum", "0").put("filtered-estimated-hours-sum", "0.00");
    }

    private static void both(ObjectNode node, String name, long minutes) {
        node.put(name.formatted("mins"), Long.toString(minutes)).put(name.formatted("hours"), hours(minutes));
    }

    private static ObjectNode flatSums(ObjectNode node, List<StoredTeamworkEntry> entries) {
        Sums sums = Sums.of(entries);
        return node.put("totalMins", Long.toString(sums.total()))
                .put("totalHours", hours(sums.total()))
                .put("totalBillableMins", Long.toString(sums.billable()))
                .put("totalBillableHours", hours(sums.billable()))
                .put("totalNonBillableMins", Long.toString(sums.nonBillable()))
                .put("totalNonBillableHours", hours(sums.nonBillable()))
                .put("totalBilledMins", Long.toString(sums.billed()))
                .put("totalBilledHours", hours(sums.billed()))
                .put("totalNonBilledMins", Long.toString(sums.nonBilled()))
                .put("totalNonBilledHours", hours(sums.nonBilled()))
                .put("totalBilledTime", Long.toString(sums.billed()));
    }

    private static String hours(long minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
