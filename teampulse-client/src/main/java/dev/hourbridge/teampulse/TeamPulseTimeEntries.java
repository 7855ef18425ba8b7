package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.PreparedWrite;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.WriteOutcome;
import java.util.function.Consumer;

/**
 * TeamPulse's native API for time entries. Thread-safe.
 *
 * <!-- with: TeamPulseClient teamPulse -->
 * <pre>{@code
 * ODataFilter october = DATE.ge(LocalDate.of(2013, 10, 1)).and(DATE.lt(LocalDate.of(2013, 11, 1)));
 * for (TeamPulseEntry entry : teamPulse.timeEntries().list(ODataQuery.where(october))) {
 *   System.out.println(entry.date() + " " + entry.duration() + " " + entry.note().orElse(""));
 * }
 * }</pre>
 *
 * <p>Failures throw an {@link HourbridgeException}; an id less than 1 throws an {@link InvalidInputException} before
 * any request is sent. Lists are read 100 rows at a time, in an order whose last key is the id, until a page is empty.
 *
 * <p>Source: the section "Time Entries" of TeamPulse's developer API guide.
 */
public final class TeamPulseTimeEntries {
    private static final String LIST = "api/v1/timeentries";
    private static final String ITEM = LIST + "/{id}";

    private final ApiClient api;
    private final ODataList<TeamPulseEntry> lists;

    TeamPulseTimeEntries(ApiClient api, boolean strictDates) {
        this.api = api;
        lists = new ODataList<>(
                api, strictDates, EntryListJson.class, TimeEntryFields.ID, entry -> Long.toString(entry.id()));
    }

    /** Lists the entries of all projects that the user may see: {@code GET /timeentries}. */
    public Pager<TeamPulseEntry> list(ODataQuery query) {
        return lists.pager(all(), query);
    }

    /** Reads one page of {@link #list} with one request, with {@code $top} and {@code $skip} as set in the query. */
    public ODataPage<TeamPulseEntry> page(ODataQuery query) {
        return lists.page(all(), query);
    }

    /** Lists the entries of a task: {@code GET /tasks/{taskId}/timeentries}. */
    public Pager<TeamPulseEntry> listOfTask(long taskId, ODataQuery query) {
        return lists.pager(ofTask(taskId), query);
    }

    /**
     * Reads one page of {@link #listOfTask} with one request, with {@code $top} and {@code $skip} as set in the query.
     */
    public ODataPage<TeamPulseEntry> pageOfTask(long taskId, ODataQuery query) {
        return lists.page(ofTask(taskId), query);
    }

    /**
     * Returns an entry: {@code GET /timeentries/{id}}.
     *
     * @throws NotFoundException if there is no entry with this id
     */
    public TeamPulseEntry get(long id) {
        ApiResponse response = api.read(ApiRequest.get("getTimeEntry", ITEM, Ids.text("id", id)));
        TeamPulseEntry entry = Json.read(response, EntryJson.class).toEntry(response);
        if (entry.id() != id) {
            throw response.malformed("is an entry with an id other than the one requested");
        }
        return entry;
    }

    /**
     * Creates an entry with one request: {@code POST /timeentries}.
     *
     * @return the entry as the service stored it
     * @throws HourbridgeException if the create fails; {@link HourbridgeException#outcome()} states what is known about
     *     the entry, such as {@link WriteOutcome#ACCEPTED_NO_ID} if the service accepted it but the response cannot be
     *     read
     */
    public TeamPulseEntry create(NewTeamPulseEntry entry) {
        ApiResponse response = api.create(post(entry));
        return Json.read(response, EntryJson.class).toEntry(response);
    }

    long createId(NewTeamPulseEntry entry) {
        return CreatedId.of(api.create(post(entry)));
    }

    PreparedRequest prepare(NewTeamPulseEntry entry) {
        return api.prepare(post(entry));
    }

    /**
     * Changes an entry: {@code PUT /timeentries/{id}}, with the changed fields only.
     *
     * @return the entry as the service stored it
     * @throws InvalidInputException if the update changes nothing
     * @throws NotFoundException if there is no entry with this id
     */
    public TeamPulseEntry update(long id, TeamPulseEntryUpdate update) {
        ApiResponse response = put(id, update);
        return Json.read(response, EntryJson.class).toEntry(response);
    }

    /** Updates an entry and returns the response unread. */
    ApiResponse put(long id, TeamPulseEntryUpdate update) {
        return api.write(putRequest(id, update));
    }

    Consumer<TeamPulseEntryUpdate> prepareUpdate(long id) {
        PreparedWrite prepared = api.prepareWrite(putRequest(id));
        return update -> prepared.send(putRequest(id, update));
    }

    /**
     * Deletes an entry: {@code DELETE /timeentries/{id}}. If the first response is lost and the entry no longer exists,
     * the entry counts as deleted.
     *
     * @throws NotFoundException if the first attempt finds no entry with this id
     */
    public void delete(long id) {
        api.write(deleteRequest(id));
    }

    Runnable prepareDelete(long id) {
        ApiRequest request = deleteRequest(id);
        PreparedWrite prepared = api.prepareWrite(request);
        return () -> prepared.send(request);
    }

    private static ApiRequest post(NewTeamPulseEntry entry) {
        return EntryBody.of(entry).on(ApiRequest.post("createTimeEntry", LIST));
    }

    /** Returns the request of an update, which must change a field. */
    private static ApiRequest putRequest(long id) {
        return ApiRequest.put("updateTimeEntry", ITEM, Ids.text("id", id));
    }

    private static ApiRequest putRequest(long id, TeamPulseEntryUpdate update) {
        if (update.isEmpty()) {
            throw new InvalidInputException("update", "no change", "set or clear at least one field");
        }
        return EntryBody.of(update).on(putRequest(id));
    }

    private static ApiRequest deleteRequest(long id) {
        return ApiRequest.delete("deleteTimeEntry", ITEM, Ids.text("id", id));
    }

    private static ApiRequest all() {
        return ApiRequest.get("listTimeEntries", LIST);
    }

    private static ApiRequest ofTask(long taskId) {
        return ApiRequest.get("listTimeEntriesOfTask", "api/v1/tasks/{taskId}/timeentries", Ids.text("taskId", taskId));
    }
}
