package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;
import java.util.Optional;

/**
 * Teamwork's time totals in its own words: what the service itself sums. Safe for use by several
 * threads.
 *
 * <p>Every method may throw any {@link HourbridgeException}; an id below 1 is an {@link
 * InvalidInputException} before any request.
 */
public final class Totals {
    private static final String RESOURCE = "total.json";
    private static final int DEFAULT_PAGE_SIZE = 100;

    private final ApiClient api;

    Totals(ApiClient api) {
        this.api = api;
    }

    /** The total of the account: {@code GET /time/total.json}. */
    public TimeTotals ofAccount(TotalsQuery query) {
        return TotalResponses.account(api.read(request(query, "time", RESOURCE)));
    }

    /**
     * The total of a project: {@code GET /projects/{id}/time/total.json}.
     *
     * @return empty if the answer names no project, which the document does not foresee
     */
    public Optional<ProjectTotal> ofProject(long projectId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("projectId", projectId);
        return TotalResponses.project(api.read(request(query, "projects", id, "time", RESOURCE)));
    }

    /** The total of a task list: {@code GET /tasklists/{id}/time/total.json}; else as {@link #ofProject}. */
    public Optional<TasklistTotal> ofTasklist(long tasklistId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("tasklistId", tasklistId);
        return TotalResponses.tasklist(api.read(request(query, "tasklists", id, "time", RESOURCE)));
    }

    /** The total of a task: {@code GET /tasks/{id}/time/total.json}; else as {@link #ofProject}. */
    public Optional<TaskTotal> ofTask(long taskId, TotalsQuery query) {
        String id = TeamworkTimeEntries.segment("taskId", taskId);
        return TotalResponses.task(api.read(request(query, "tasks", id, "time", RESOURCE)));
    }

    /**
     * The totals of all projects, one by one: {@code GET /projects/time/total.json}, page by page.
     * Projects without time seem to be left out.
     *
     * @throws InvalidInputException if the query names a person, whom these totals cannot be asked for
     */
    public Pager<ProjectMinutes> perProject(TotalsQuery query) {
        if (query.userId().isPresent()) {
            throw new InvalidInputException(
                    "userId", "a person for totals per project", "leave it, or ask for one project's total");
        }
        ApiRequest request = QueryText.of(ApiRequest.get("projects", "time", RESOURCE), query);
        return Pager.of(new Pages<>(
                api, request, query.pageSize().orElse(DEFAULT_PAGE_SIZE), TotalResponses::perProject, Totals::key));
    }

    private static String key(ProjectMinutes total) {
        return Long.toString(total.project().id().orElseThrow());
    }

    private static ApiRequest request(TotalsQuery query, String... segments) {
        if (query.pageSize().isPresent()) {
            throw new InvalidInputException(
                    "pageSize", "a page size for a total that has no pages", "leave it, or ask for totals per project");
        }
        return QueryText.of(ApiRequest.get(segments), query);
    }
}
