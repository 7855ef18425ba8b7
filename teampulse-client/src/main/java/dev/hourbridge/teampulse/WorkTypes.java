package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;

/**
 * TeamPulse's native API for work types. Thread-safe.
 *
 * <!-- with: TeamPulseClient teamPulse -->
 * <pre>{@code
 * teamPulse.workTypes().list(1, ODataQuery.all()).forEach(type -> System.out.println(type.name()));
 * }</pre>
 *
 * <p>Failures throw an {@link HourbridgeException}; an id less than 1 throws an {@link InvalidInputException} before
 * any request is sent. The last sort key of a list is the name, because a work type has no other field. This API is
 * known from the vendor's client; the vendor's documentation only mentions it.
 */
public final class WorkTypes {
    private final ODataList<WorkType> lists;

    WorkTypes(ApiClient api, boolean strictDates) {
        lists = new ODataList<>(api, strictDates, WorkTypeListJson.class, WorkType.NAME, WorkType::name);
    }

    /**
     * Lists the work types of a project: {@code GET /projects/{projectId}/timeentrytypes}. Entries may have a type that
     * is no longer in this list.
     */
    public Pager<WorkType> list(long projectId, ODataQuery query) {
        return lists.pager(ofProject(projectId), query);
    }

    /** Reads one page of {@link #list} with one request, with {@code $top} and {@code $skip} as set in the query. */
    public ODataPage<WorkType> page(long projectId, ODataQuery query) {
        return lists.page(ofProject(projectId), query);
    }

    private static ApiRequest ofProject(long projectId) {
        return ApiRequest.get(
                "listWorkTypes", "api/v1/projects/{projectId}/timeentrytypes", Ids.text("projectId", projectId));
    }
}
