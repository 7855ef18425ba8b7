package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.spi.Pagers;
import java.util.Optional;

/**
 * Teamwork's native API for time totals, which the service computes. Thread-safe.
 *
 * <!-- with: TeamworkClient teamwork -->
 * <pre>{@code
 * long minutes = teamwork.totals().ofAccount(TotalsQuery.all()).totalMinutes();
 * }</pre>
 *
 * <p>Failures throw an {@link HourbridgeException}; an id less than 1 throws an {@link InvalidInputException} before
 * any request is sent.
 */
public final class Totals {
    private static final String PATH = "time/total.json";
    private static final int DEFAULT_PAGE_SIZE = 100;

    private final ApiClient api;

    Totals(ApiClient api) {
        this.api = api;
    }

    /** Returns the total of the account: {@code GET /time/total.json}. */
    public TimeTotals ofAccount(TotalsQuery query) {
        return TotalResponses.account(api.read(request(query, "getTotalOfAccount", PATH)));
    }

    /**
     * Returns the total of a project: {@code GET /projects/{id}/time/total.json}.
     *
     * @return the total; empty if the response has no project. The vendor's documentation does not mention this case
     */
    public Optional<ProjectTotal> ofProject(long projectId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("projectId", projectId);
        return TotalResponses.project(api.read(request(query, "getTotalOfProject", "projects/{id}/" + PATH, id)));
    }

    /**
     * Returns the total of a task list: {@code GET /tasklists/{id}/time/total.json}. Otherwise the same as {@link
     * #ofProject}.
     */
    public Optional<TasklistTotal> ofTasklist(long tasklistId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("tasklistId", tasklistId);
        return TotalResponses.tasklist(api.read(request(query, "getTotalOfTasklist", "tasklists/{id}/" + PATH, id)));
    }

    /**
     * Returns the total of a task: {@code GET /tasks/{id}/time/total.json}. Otherwise the same as {@link #ofProject}.
     */
    public Optional<TaskTotal> ofTask(long taskId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("taskId", taskId);
        return TotalResponses.task(api.read(request(query, "getTotalOfTask", "tasks/{id}/" + PATH, id)));
    }

    /**
     * Returns a separate total for each project: {@code GET /projects/time/total.json}, page by page. Projects without
     * time appear to be omitted.
     *
     * @throws InvalidInputException if the query has a person, which these totals do not support
     */
    public Pager<ProjectMinutes> perProject(TotalsQuery query) {
        if (query.userId().isPresent()) {
            throw new InvalidInputException("userId", "a person for totals per project", "omit it, or use ofProject");
        }
        ApiRequest request = QueryText.of(ApiRequest.get("listTotalsPerProject", "projects/" + PATH), query);
        int pageSize = query.pageSize().orElse(DEFAULT_PAGE_SIZE);
        return Pagers.scoped(
                Pagers.paged(new TeamworkPages<>(api, request, pageSize, TotalResponses::perProject, Totals::key)),
                api.scope(request));
    }

    private static String key(ProjectMinutes total) {
        return Long.toString(total.project().id().orElseThrow());
    }

    private static ApiRequest request(TotalsQuery query, String operation, String path, String... ids) {
        if (query.pageSize().isPresent()) {
            throw new InvalidInputException(
                    "pageSize", "a page size for a total that has no pages", "omit it, or use perProject");
        }
        return QueryText.of(ApiRequest.get(operation, path, ids), query);
    }
}
