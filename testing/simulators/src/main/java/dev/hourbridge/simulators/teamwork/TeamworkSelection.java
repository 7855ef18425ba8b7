package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Call;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects the entries of a list or a total.
 *
 * <p>Filters of a list are combined with "and". A total has fewer filters than a list: it cannot filter by project,
 * billable or invoiced type, or tags.
 */
final class TeamworkSelection {
    /** The parameters of a project's list, in lower case if several spellings are in use. */
    private static final Set<String> PROJECT_LIST = Set.of(
            "page",
            "pageSize",
            "fromdate",
            "fromtime",
            "todate",
            "totime",
            "sortby",
            "sortorder",
            "userId",
            "billableType",
            "invoicedType",
            "showDeleted",
            "tagIds",
            "updatedAfterDate");

    private final TeamworkAccount account;

    TeamworkSelection(TeamworkAccount account) {
        this.account = account;
    }

    /** @param projectId the project of a project's list; empty for the account's list, which has two more parameters */
    TeamworkQuery listQuery(Call call, OptionalLong projectId) {
        Set<String> known = new java.util.TreeSet<>(PROJECT_LIST);
        if (projectId.isEmpty()) {
            known.addAll(Set.of("projectType", "projectId"));
        }
        return new TeamworkQuery(call, known, account.zone);
    }

    /**
     * Returns the entries of a list, in list order.
     *
     * @param projectId the project of the path; empty for the account's list, which may filter by project
     */
    List<StoredTeamworkEntry> list(TeamworkQuery query, OptionalLong projectId) {
        OptionalLong onProject = projectId.isPresent() ? projectId : query.id("projectId");
        Predicate<StoredTeamworkEntry> wanted = byDeleted(query)
                .and(byProject(onProject))
                .and(byPerson(query))
                .and(byMoney(query))
                .and(byTag(query))
                .and(byProjectType(query))
                .and(updatedAfter(query));
        Comparator<StoredTeamworkEntry> order = order(query);
        Instant from = query.from();
        Instant end = query.end();
        return account.selections.get(
                "list " + onProject + query.selectionKey(), () -> select(from, end, wanted, order));
    }

    /** Returns the entries of a task, by date, without deleted ones. */
    List<StoredTeamworkEntry> ofTask(long taskId) {
        return account.selections.get(
                "task " + taskId,
                () -> select(
                        null, null, entry -> !entry.deleted() && entry.taskId().equals(OptionalLong.of(taskId)), null));
    }

    /** Returns the entries of a total. */
    List<StoredTeamworkEntry> summed(TeamworkQuery query, Predicate<StoredTeamworkEntry> of) {
        return select(
                query.from(),
                query.end(),
                of.and(entry -> !entry.deleted()).and(byPerson(query)).and(byProjectType(query)),
                null);
    }

    /** Returns the matching entries from {@code from} (inclusive) to {@code end} (exclusive). */
    private List<StoredTeamworkEntry> select(
            @Nullable Instant from,
            @Nullable Instant end,
            Predicate<StoredTeamworkEntry> wanted,
            @Nullable Comparator<StoredTeamworkEntry> order) {
        var found = account.between(from, end).stream().filter(wanted);
        return (order == null ? found : found.sorted(order)).toList();
    }

    private static Predicate<StoredTeamworkEntry> byDeleted(TeamworkQuery query) {
        boolean show = query.oneOf("showDeleted", "false", "true").equals("true");
        return entry -> show || !entry.deleted();
    }

    private static Predicate<StoredTeamworkEntry> byProject(OptionalLong projectId) {
        return entry -> projectId.isEmpty() || entry.projectId() == projectId.getAsLong();
    }

    private static Predicate<StoredTeamworkEntry> byPerson(TeamworkQuery query) {
        OptionalLong person = query.id("userId");
        return entry -> person.isEmpty() || entry.personId() == person.getAsLong();
    }

    private static Predicate<StoredTeamworkEntry> byMoney(TeamworkQuery query) {
        String billable = query.oneOf("billableType", "", "billable", "nonbillable");
        String invoiced = query.oneOf("invoicedType", "", "invoiced", "noninvoiced");
        return entry -> (billable.isEmpty() || billable.equals("billable") == entry.billable())
                && (invoiced.isEmpty()
                        || invoiced.equals("invoiced") != entry.invoiceNo().isEmpty());
    }

    private Predicate<StoredTeamworkEntry> byTag(TeamworkQuery query) {
        Set<Long> ids = query.ids("tagIds");
        return entry -> ids.isEmpty()
                || entry.tags().stream()
                        .anyMatch(name -> ids.contains(account.tag(name).id()));
    }

    private Predicate<StoredTeamworkEntry> byProjectType(TeamworkQuery query) {
        String type = query.oneOf("projectType", "all", "active", "archived");
        return entry -> type.equals("all") || account.project(entry).status().equals(type);
    }

    private static Predicate<StoredTeamworkEntry> updatedAfter(TeamworkQuery query) {
        Optional<Instant> after = query.updatedAfter();
        return entry -> after.map(entry.updatedAt()::isAfter).orElse(true);
    }

    /** Returns the order, or {@code null} for the existing order by date. */
    private @Nullable Comparator<StoredTeamworkEntry> order(TeamworkQuery query) {
        String by = query.oneOf("sortby", "date", "user", "task", "tasklist", "project", "company", "dateupdated");
        boolean descending = query.oneOf("sortorder", "ASC", "DESC").equals("DESC");
        Comparator<StoredTeamworkEntry> order = switch (by) {
            case "user" -> Comparator.comparing(this::personName);
            case "task" -> Comparator.comparing(entry -> taskName(entry, false));
            case "tasklist" -> Comparator.comparing(entry -> taskName(entry, true));
            case "project" ->
                Comparator.comparing(entry -> account.project(entry).name());
            case "company" ->
                Comparator.comparing(entry -> account.project(entry).company().name());
            case "dateupdated" -> Comparator.comparing(StoredTeamworkEntry::updatedAt);
            default -> Comparator.comparing(StoredTeamworkEntry::date);
        };
        if (by.equals("date") && !descending) {
            return null;
        }
        return (descending ? order.reversed() : order).thenComparingLong(StoredTeamworkEntry::id);
    }

    private String personName(StoredTeamworkEntry entry) {
        TeamworkItems.Person person = account.person(entry.personId());
        return person.firstName() + " " + person.lastName();
    }

    private String taskName(StoredTeamworkEntry entry, boolean ofList) {
        TeamworkItems.Task task = account.task(entry);
        return task == null ? "" : ofList ? task.list().name() : task.name();
    }
}
