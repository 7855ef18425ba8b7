package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.WriteOutcome;

/**
 * TeamPulse's time entries in its own words: two lists, one entry, create, update, delete. Safe for use
 * by several threads.
 *
 * <p>Every method may throw any {@link HourbridgeException}; an id below 1 is an {@link
 * InvalidInputException} before any request. Lists ask for 100 rows at a time, always in an order that
 * ends in the id, until an answer is empty.
 *
 * <p>Source: "Time Entries" of TeamPulse's developer API guide.
 */
public final class TeamPulseTimeEntries {
    private static final String[] API = {"api", "v1"};
    private static final String RESOURCE = "timeentries";

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

    /** One answer of {@link #list}: one request, with {@code $top} and {@code $skip} as they are in the query. */
    public ODataPage<TeamPulseEntry> page(ODataQuery query) {
        return lists.page(all(), query);
    }

    /** Lists the entries of a task: {@code GET /tasks/{taskId}/timeentries}. */
    public Pager<TeamPulseEntry> listOfTask(long taskId, ODataQuery query) {
        return lists.pager(ofTask(taskId), query);
    }

    /** One answer of {@link #listOfTask}: one request, with {@code $top} and {@code $skip} as they are in the query. */
    public ODataPage<TeamPulseEntry> pageOfTask(long taskId, ODataQuery query) {
        return lists.page(ofTask(taskId), query);
    }

    /**
     * One entry: {@code GET /timeentries/{id}}.
     *
     * @throws NotFoundException if there is none of that id
     */
    public TeamPulseEntry get(long id) {
        Answer answer = api.read(ApiRequest.get(path(id)));
        TeamPulseEntry entry = Json.read(answer, EntryJson.class).toEntry(answer);
        if (entry.id() != id) {
            throw answer.malformed("is another entry than was asked for");
        }
        return entry;
    }

    /**
     * Makes an entry: {@code POST /timeentries}, exactly one.
     *
     * @return the entry as the service has it
     * @throws HourbridgeException with {@link HourbridgeException#outcome()} saying what is known of the
     *     entry; {@link WriteOutcome#ACCEPTED_NO_ID} if it was made but the answer cannot be read
     */
    public TeamPulseEntry create(NewTeamPulseEntry entry) {
        Answer answer = api.create(post(entry));
        return Json.read(answer, EntryJson.class).toEntry(answer);
    }

    long createId(NewTeamPulseEntry entry) {
        return CreatedId.of(api.create(post(entry)));
    }

    PreparedRequest prepare(NewTeamPulseEntry entry) {
        return api.prepare(post(entry));
    }

    /**
     * Changes an entry: {@code PUT /timeentries/{id}}, with only what is to change.
     *
     * @return the entry as the service has it
     * @throws InvalidInputException if the update changes nothing
     * @throws NotFoundException if there is none of that id
     */
    public TeamPulseEntry update(long id, TeamPulseEntryUpdate update) {
        Answer answer = put(id, update);
        return Json.read(answer, EntryJson.class).toEntry(answer);
    }

    /** An update whose answer is not read. */
    Answer put(long id, TeamPulseEntryUpdate update) {
        if (update.isEmpty()) {
            throw new InvalidInputException("update", "no change at all", "set at least one field");
        }
        return api.write(EntryBody.of(update).on(ApiRequest.put(path(id))));
    }

    /**
     * Deletes an entry: {@code DELETE /timeentries/{id}}. One that is gone already, after an answer was
     * lost, counts as deleted.
     *
     * @throws NotFoundException if the first attempt found none of that id
     */
    public void delete(long id) {
        api.write(ApiRequest.delete(path(id)));
    }

    private static ApiRequest post(NewTeamPulseEntry entry) {
        return EntryBody.of(entry).on(ApiRequest.post(API[0], API[1], RESOURCE));
    }

    private static ApiRequest all() {
        return ApiRequest.get(API[0], API[1], RESOURCE);
    }

    private static ApiRequest ofTask(long taskId) {
        return ApiRequest.get(API[0], API[1], "tasks", Ids.text("taskId", taskId), RESOURCE);
    }

    private static String[] path(long id) {
        return new String[] {API[0], API[1], RESOURCE, Ids.text("id", id)};
    }
}
