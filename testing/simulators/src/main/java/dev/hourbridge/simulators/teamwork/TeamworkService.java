package dev.hourbridge.simulators.teamwork;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.internal.BasicCredentials;
import dev.hourbridge.simulators.internal.Call;
import dev.hourbridge.simulators.internal.QueryCheck;
import dev.hourbridge.simulators.internal.RejectedRequestException;
import dev.hourbridge.simulators.internal.Reply;
import dev.hourbridge.simulators.internal.Service;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates callers, processes requests, and renders errors as Teamwork does.
 *
 * <p>A request over the rate limit is rejected before its credentials are checked, and every other response, including
 * errors, states the counts. All people of the account may read and change all entries.
 */
final class TeamworkService implements Service {
    private static final String BEARER = "Bearer ";

    private final TeamworkAccount account;
    private final TeamworkThrottle throttle;
    private final int throttleStatus;
    private final boolean retryAfter;
    private final List<TeamworkCreateResponse> createResponses;
    private final int rowsPerQuery;
    private final int maxPageSize;
    private final boolean pagingHeaders;
    private final TeamworkJson json;
    private final TeamworkWrites writes;
    private final TeamworkSelection selection;
    private final TeamworkTotals totals;
    private final TeamworkDirectory directory;

    /** The number of processed creates, which selects the form of the next response. */
    private int creates;

    TeamworkService(TeamworkAccount account, TeamworkSimulator.Builder options) {
        this.account = account;
        this.throttle = new TeamworkThrottle(options);
        this.throttleStatus = options.throttleStatus;
        this.retryAfter = options.retryAfter;
        this.createResponses = options.createResponses;
        this.rowsPerQuery = options.rowsPerQuery;
        this.maxPageSize = options.maxPageSize;
        this.pagingHeaders = options.pagingHeaders;
        this.json = new TeamworkJson(account, options.emptyTagsAsObject);
        this.writes = new TeamworkWrites(account);
        this.selection = new TeamworkSelection(account);
        this.directory = new TeamworkDirectory(account, options.maxPageSize);
        this.totals = new TeamworkTotals(account, selection);
    }

    @Override
    public String operation(Call call) {
        return TeamworkRoute.of(call).operation();
    }

    @Override
    public Reply respond(Call call) {
        if (!throttle.admits()) {
            return throttled(throttleStatus, throttle.secondsToReset());
        }
        return throttle.mark(respond(call, TeamworkRoute.of(call), signedIn(call)));
    }

    @Override
    public Reply rejection(int status, List<String> reasons) {
        return throttle.mark(failure(status, String.join("; ", reasons)));
    }

    private Reply respond(Call call, TeamworkRoute route, TeamworkItems.Person caller) {
        long id = route.id();
        return switch (route.operation()) {
            case "list" -> list(call, OptionalLong.empty());
            case "list-project" -> list(call, OptionalLong.of(project(id).id()));
            case "list-task" -> taskList(call, selection.ofTask(task(id).id()));
            case "show" -> {
                QueryCheck.read(call, Set.of(), 400);
                yield ok(json.single(entry(id)));
            }
            case "create-project" ->
                created(call, writes.create(call, caller, project(id).id(), OptionalLong.empty()));
            case "create-task", "create-todo-item" -> {
                long projectId = task(id).list().project().id();
                yield created(call, writes.create(call, caller, projectId, OptionalLong.of(id)));
            }
            case "update" -> {
                writes.update(call, entry(id));
                yield ok(TeamworkJson.ok());
            }
            case "delete" -> {
                QueryCheck.read(call, Set.of(), 400);
                account.remove(entry(id).id());
                yield ok(TeamworkJson.ok());
            }
            case "total-account" -> ok(totals.ofAccount(call));
            case "total-project" -> ok(totals.ofProject(call, project(id)));
            case "total-tasklist" -> ok(totals.ofTaskList(call, known(account.taskLists, id, "Tasklist")));
            case "total-task" -> ok(totals.ofTask(call, task(id)));
            case "people" -> directory.people(call);
            case "people-project" -> {
                project(id);
                yield directory.people(call);
            }
            case "projects" -> directory.projects(call);
            case "tasks-project" -> directory.tasks(call, project(id));
            case "me" -> directory.me(call, caller);
            case "timezones" -> directory.zones(call);
            case "totals-per-project" -> totals.perProject(call);
            default -> throw new RejectedRequestException(404, "Path not found");
        };
    }

    @Override
    public Reply failure(int status) {
        return failure(status, "Something went wrong");
    }

    /** Returns an error. The observed forms differ by status, not by cause. */
    private static Reply failure(int status, String message) {
        ObjectNode body = TeamworkJson.NODES.objectNode();
        switch (status) {
            case 401 -> body.put("error", message);
            case 429, 502, 503, 504 -> body.put("message", message);
            case 500 -> body.putObject("content").putArray("errors").add(message);
            default -> body.put("MESSAGE", message).put("STATUS", "Error");
        }
        Reply reply = TeamworkJson.reply(status, body);
        return status == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"Teamwork\"") : reply;
    }

    @Override
    public Reply throttled(int status, long seconds) {
        Reply reply = throttle.exhausted(failure(status, "Rate Limit Reached"), seconds);
        return retryAfter && status == 429 ? reply.with("Retry-After", Long.toString(seconds)) : reply;
    }

    /**
     * Returns the person who signed in. An API key is the user name in a Basic header, with any password, or a bearer
     * token.
     */
    private TeamworkItems.Person signedIn(Call call) {
        String header = call.header("Authorization").orElse("");
        String key = header.startsWith(BEARER)
                ? header.substring(BEARER.length())
                : BasicCredentials.of(call).map(BasicCredentials::username).orElse("");
        return account.personByKey(key).orElseThrow(() -> new RejectedRequestException(401, "Invalid API key"));
    }

    /** Returns a page of the account or of a project. */
    private Reply list(Call call, OptionalLong projectId) {
        TeamworkQuery query = selection.listQuery(call, projectId);
        return page(selection.list(query, projectId), query);
    }

    /**
     * Returns the complete list if there are no parameters. The vendor documents no paging here, but some clients
     * request pages.
     */
    private Reply taskList(Call call, List<StoredTeamworkEntry> entries) {
        Set<String> known = call.isLenient() ? Set.of("page", "pageSize") : Set.of();
        TeamworkQuery query = new TeamworkQuery(call, known, account.zone);
        if (call.query().isEmpty()) {
            return ok(json.list(entries));
        }
        return page(entries, query);
    }

    /** Returns a page with its headers, unless they are disabled. */
    private Reply page(List<StoredTeamworkEntry> entries, TeamworkQuery query) {
        TeamworkPage<StoredTeamworkEntry> page = TeamworkPage.of(entries, query, maxPageSize, rowsPerQuery);
        Reply reply = ok(json.list(page.items()));
        return pagingHeaders ? page.mark(reply) : reply;
    }

    /** Returns the response to a create, in the next of the planned forms. */
    private Reply created(Call call, StoredTeamworkEntry entry) {
        TeamworkCreateResponse shape = createResponses.get(creates++ % createResponses.size());
        String origin = call.header("Host").map(host -> "http://" + host).orElse("");
        return TeamworkJson.created(shape, entry.id(), origin);
    }

    private static Reply ok(ObjectNode body) {
        return TeamworkJson.reply(200, body);
    }

    /**
     * Returns an entry that exists and is not deleted.
     *
     * @throws RejectedRequestException with 404 otherwise
     */
    private StoredTeamworkEntry entry(long id) {
        StoredTeamworkEntry entry = account.find(id);
        return known(entry == null || entry.deleted() ? null : entry, "Time entry");
    }

    private TeamworkItems.Project project(long id) {
        return known(account.projects, id, "Project");
    }

    private TeamworkItems.Task task(long id) {
        return known(account.tasks, id, "Task");
    }

    private static <T> T known(Map<Long, T> kind, long id, String name) {
        return known(kind.get(id), name);
    }

    private static <T> T known(@Nullable T item, String name) {
        if (item == null) {
            throw new RejectedRequestException(404, name + " not found");
        }
        return item;
    }
}
