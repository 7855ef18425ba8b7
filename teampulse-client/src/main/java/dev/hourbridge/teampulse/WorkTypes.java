package dev.hourbridge.teampulse;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Pager;

/**
 * The kinds of work that entries may be of. Safe for use by several threads.
 *
 * <p>Every method may throw any {@link HourbridgeException}; an id below 1 is an {@link
 * InvalidInputException} before any request. Lists are in an order that ends in the name, since nothing
 * else is there. Known from the vendor's own client; the vendor document only points to it.
 */
public final class WorkTypes {
    private final ODataList<WorkType> lists;

    WorkTypes(ApiClient api, boolean strictDates) {
        lists = new ODataList<>(api, strictDates, WorkTypeListJson.class, WorkType.NAME, WorkType::name);
    }

    /**
     * Lists the work types of a project: {@code GET /projects/{projectId}/timeentrytypes}. Entries may be
     * of a type that is no longer among them.
     */
    public Pager<WorkType> list(long projectId, ODataQuery query) {
        return lists.pager(ofProject(projectId), query);
    }

    /** One answer of {@link #list}: one request, with {@code $top} and {@code $skip} as they are in the query. */
    public ODataPage<WorkType> page(long projectId, ODataQuery query) {
        return lists.page(ofProject(projectId), query);
    }

    private static ApiRequest ofProject(long projectId) {
        return ApiRequest.get("api", "v1", "projects", Ids.text("projectId", projectId), "timeentrytypes");
    }
}
