package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.PreparedWrite;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Pagers;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Teamwork's native API for time entries. Thread-safe.
 *
 * <!-- with: TeamworkClient teamwork, NewTeamworkEntry entry -->
 * <pre>{@code
 * long id = teamwork.timeEntries().createOnProject(999, entry);
 * teamwork.timeEntries().list(TeamworkEntryQuery.all()).prefetch(4)
 *     .forEach(listed -> System.out.println(listed.description()));
 * }</pre>
 *
 * <p>Failures throw an {@link HourbridgeException}; an id less than 1 throws an {@link InvalidInputException} before
 * any request is sent.
 */
public final class TeamworkTimeEntries {
    private static final String LIST = "time_entries.json";
    private static final String ITEM = "time_entries/{id}.json";
    private static final String OF_PROJECT = "projects/{id}/" + LIST;
    private static final String OF_TASK = "tasks/{id}/" + LIST;
    private static final String OF_TODO_ITEM = "todo_items/{id}/" + LIST;

    private final ApiClient api;

    TeamworkTimeEntries(ApiClient api) {
        this.api = api;
    }

    /**
     * Lists the entries of all projects: {@code GET /time_entries.json}, page by page. A list of 50,000 entries or more
     * throws {@link ListTooLongException}. {@link TeamworkClient#list} requests shorter ranges of days instead.
     */
    public Pager<TeamworkEntry> list(TeamworkEntryQuery query) {
        return pager(request(query), TeamworkPages.ANY_PAGE);
    }

    /**
     * Lists the entries of a project: {@code GET /projects/{id}/time_entries.json}, page by page. Otherwise the same as
     * {@link #list}.
     *
     * @throws InvalidInputException if the query has a condition on projects
     */
    public Pager<TeamworkEntry> listOfProject(long projectId, TeamworkEntryQuery query) {
        if (query.projectType().isPresent() || query.projectId().isPresent()) {
            throw new InvalidInputException(
                    "projectType", "a condition on projects in a query for one project", "omit it, or use list");
        }
        return pager(request(projectId, query), TeamworkPages.ANY_PAGE);
    }

    /**
     * Lists the entries of a task: {@code GET /todo_items/{id}/time_entries.json}. The request has no parameters. The
     * list has one page unless the response states more.
     */
    public Pager<TeamworkEntry> listOfTask(long taskId) {
        return pager(ofTask(taskId), TeamworkPages.ONE_PAGE);
    }

    private static ApiRequest ofTask(long taskId) {
        return ApiRequest.get("listTimeEntriesOfTask", OF_TODO_ITEM, segment("taskId", taskId));
    }

    /**
     * Returns one entry: {@code GET /time_entries/{id}.json}. Some fields are returned only in lists.
     *
     * @throws NotFoundException if there is no entry with this id
     */
    public TeamworkEntry get(long id) {
        ApiResponse response = api.read(ApiRequest.get("getTimeEntry", ITEM, segment("id", id)));
        return EntryResponses.one(response);
    }

    /**
     * Creates an entry on a project: {@code POST /projects/{id}/time_entries.json}, with one request.
     *
     * @return the new entry's id
     * @throws HourbridgeException if the create fails; {@link HourbridgeException#outcome()} states what is known about
     *     the entry, such as {@link WriteOutcome#ACCEPTED_NO_ID} if the response has no id
     */
    public long createOnProject(long projectId, NewTeamworkEntry entry) {
        return CreatedId.of(api.create(postOnProject(projectId, entry)));
    }

    /**
     * Creates an entry on a task: {@code POST /tasks/{id}/time_entries.json}. Otherwise the same as {@link
     * #createOnProject}.
     */
    public long createOnTask(long taskId, NewTeamworkEntry entry) {
        return CreatedId.of(api.create(postOnTask(taskId, entry)));
    }

    /**
     * Creates an entry on a task with the older path for to-do items: {@code POST /todo_items/{id}/time_entries.json}.
     * Otherwise the same as {@link #createOnProject}.
     *
     * @deprecated by the vendor; use {@link #createOnTask}
     */
    @Deprecated
    public long createOnTodoItem(long todoItemId, NewTeamworkEntry entry) {
        return CreatedId.of(
                api.create(post("createTimeEntryOnTodoItem", OF_TODO_ITEM, segment("todoItemId", todoItemId), entry)));
    }

    /** Waits for a permit for a create on a project, which is sent later. */
    PreparedRequest prepareOnProject(long projectId, NewTeamworkEntry entry) {
        return api.prepare(postOnProject(projectId, entry));
    }

    /** Waits for a permit for a create on a task, which is sent later. */
    PreparedRequest prepareOnTask(long taskId, NewTeamworkEntry entry) {
        return api.prepare(postOnTask(taskId, entry));
    }

    /**
     * Changes an entry: {@code PUT /time_entries/{id}.json}. Only fields that are set are sent.
     *
     * @throws InvalidInputException if the update changes nothing
     * @throws NotFoundException if there is no entry with this id
     */
    public void update(long id, TeamworkEntryUpdate update) {
        EntryResponses.done(api.write(put(id, update)));
    }

    /** Waits for a permit for an update, which is sent later. */
    Consumer<TeamworkEntryUpdate> prepareUpdate(long id) {
        PreparedWrite prepared = api.prepareWrite(put(id));
        return update -> EntryResponses.done(prepared.send(put(id, update)));
    }

    /**
     * Deletes an entry: {@code DELETE /time_entries/{id}.json}. If the first response is lost and the entry no longer
     * exists, the entry counts as deleted.
     *
     * @throws NotFoundException if the first attempt finds no entry with this id
     */
    public void delete(long id) {
        EntryResponses.done(api.write(deleteRequest(id)));
    }

    /** Waits for a permit for a deletion, which is sent later. */
    Runnable prepareDelete(long id) {
        ApiRequest request = deleteRequest(id);
        PreparedWrite prepared = api.prepareWrite(request);
        return () -> EntryResponses.done(prepared.send(request));
    }

    /**
     * Returns the first entry of a list, or of one project's list if the id is present. The list may have any length.
     */
    Optional<TeamworkEntry> first(Optional<Long> projectId, TeamworkEntryQuery query) {
        ApiRequest request = projectId.isPresent() ? request(projectId.get(), query) : request(query);
        return EntryResponses.list(api.read(request.query("page", 1))).stream().findFirst();
    }

    /** Returns the number of entries that the {@code X-Records} header states for a list or a project's list. */
    OptionalLong count(Optional<Long> projectId, TeamworkEntryQuery query) {
        return pages(projectId.isPresent() ? request(projectId.get(), query) : request(query), query.pageSize())
                .fetch(null)
                .total();
    }

    /** Returns the number of entries that the {@code X-Records} header states for a task's list. */
    OptionalLong countOfTask(long taskId) {
        return pages(ofTask(taskId), TeamworkPages.ONE_PAGE).fetch(null).total();
    }

    private static ApiRequest request(TeamworkEntryQuery query) {
        ApiRequest request = QueryText.of(ApiRequest.get("listTimeEntries", LIST), query);
        if (query.projectType().isPresent()) {
            request = request.query("projectType", query.projectType().get().wire());
        }
        if (query.projectId().isPresent()) {
            request = request.query("projectId", query.projectId().getAsLong());
        }
        return request;
    }

    private static ApiRequest request(long projectId, TeamworkEntryQuery query) {
        return QueryText.of(
                ApiRequest.get("listTimeEntriesOfProject", OF_PROJECT, segment("projectId", projectId)), query);
    }

    private Pager<TeamworkEntry> pager(ApiRequest request, int fullPage) {
        return Pagers.scoped(Pagers.paged(pages(request, fullPage)), api.scope(request));
    }

    private TeamworkPages<TeamworkEntry> pages(ApiRequest request, int fullPage) {
        return new TeamworkPages<>(api, request, fullPage, EntryResponses::list, entry -> Long.toString(entry.id()));
    }

    private static ApiRequest put(long id) {
        return ApiRequest.put("updateTimeEntry", ITEM, segment("id", id));
    }

    private static ApiRequest put(long id, TeamworkEntryUpdate update) {
        if (update.isEmpty()) {
            throw new InvalidInputException("update", "no change", "set or clear at least one field");
        }
        return EntryBody.of(update).on(put(id));
    }

    private static ApiRequest deleteRequest(long id) {
        return ApiRequest.delete("deleteTimeEntry", ITEM, segment("id", id));
    }

    private static ApiRequest postOnProject(long projectId, NewTeamworkEntry entry) {
        return post("createTimeEntryOnProject", OF_PROJECT, segment("projectId", projectId), entry);
    }

    private static ApiRequest postOnTask(long taskId, NewTeamworkEntry entry) {
        return post("createTimeEntryOnTask", OF_TASK, segment("taskId", taskId), entry);
    }

    private static ApiRequest post(String operation, String path, String id, NewTeamworkEntry entry) {
        return EntryBody.of(entry).on(ApiRequest.post(operation, path, id));
    }

    /**
     * Returns an id as a path segment.
     *
     * @throws InvalidInputException if the id is less than 1
     */
    static String segment(String field, long id) {
        return Long.toString(WireText.checkId(field, id));
    }
}
