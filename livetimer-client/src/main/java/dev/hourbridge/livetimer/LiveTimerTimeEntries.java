package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.PreparedWrite;
import dev.hourbridge.http.internal.xml.Xml;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.spi.Pagers;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * LiveTimer's native API for time entries: every operation on the vendor's "Time Entries" page. Thread-safe. Failures
 * throw an {@link dev.hourbridge.model.HourbridgeException}.
 *
 * <!-- with: LiveTimerClient liveTimer -->
 * <pre>{@code
 * LiveTimerEntry entry = liveTimer.timeEntries().create(
 *     NewLiveTimerEntry.durationOnly(LocalDate.of(2024, 3, 5), 45).projectId(28).note("Phone call").build());
 * TimeSummary summary = liveTimer.timeEntries().summary(LiveTimerFilter.all(), Grouping.PROJECTS);
 * }</pre>
 */
public final class LiveTimerTimeEntries {
    private final ApiClient api;

    LiveTimerTimeEntries(ApiClient api) {
        this.api = api;
    }

    /**
     * Returns an entry: {@code GET /time_entries/{id}.xml}.
     *
     * @param include the resources to include instead of their ids
     * @throws dev.hourbridge.model.NotFoundException if the entry does not exist, or the credentials do not permit
     *     reading it
     */
    public LiveTimerEntry get(long id, Include... include) {
        return entry(api.read(Requests.get(id, set(include))));
    }

    /**
     * Lists the entries that match the filter, in windows of 50: {@code GET /time_entries.xml}. The order is not
     * documented. Requests are sent while the list is read.
     *
     * @param include the resources to include instead of their ids
     */
    public Pager<LiveTimerEntry> list(LiveTimerFilter filter, Include... include) {
        EntryPages pages = new EntryPages(api, filter, set(include));
        return Pagers.scoped(Pagers.paged(pages), pages.scope());
    }

    /**
     * Reads one window of a list. Sends the same request as {@link #list}, with the given {@code start} and {@code
     * end}. The service may return fewer entries than requested. {@link Page#next()} states where the list continues.
     *
     * @param start the number of the first entry, 1 or more
     * @param end the number of the last entry, inclusive
     * @throws InvalidInputException if the start is less than 1 or after the end
     */
    public Page<LiveTimerEntry> window(LiveTimerFilter filter, long start, long end, Include... include) {
        if (start < 1 || end < start) {
            throw new InvalidInputException(
                    "start",
                    "a window without entries",
                    "use a start of 1 or more, and an end that is not before " + "the start");
        }
        EntryPages pages = new EntryPages(api, filter, set(include));
        Page<LiveTimerEntry> page = pages.read(start, end);
        PageToken next =
                page.next().map(token -> Pagers.scoped(token, pages.scope())).orElse(null);
        return page.total().isPresent()
                ? Page.of(page.items(), next, page.total().getAsLong())
                : Page.of(page.items(), next);
    }

    /**
     * Returns the total of the entries that match the filter, computed by the service: {@code GET
     * /time_entries/summary.xml}.
     *
     * @param groupBy at most two groupings, and at most one of clients, projects and tasks; their order is the order of
     *     the
     *     levels
     * @throws InvalidInputException for any other groupings
     */
    public TimeSummary summary(LiveTimerFilter filter, Grouping... groupBy) {
        ApiResponse response = api.read(Requests.summary(filter, set(groupBy)));
        return Xml.read(response, "time-summary", SummaryXml.class).toSummary(TimeSummary.Kind.TOTAL, response);
    }

    /**
     * Creates an entry for the owner of the credentials with one request: {@code POST /time_entries.xml}.
     *
     * @return the entry as the service stored it
     */
    public LiveTimerEntry create(NewLiveTimerEntry entry) {
        return entry(send(entry));
    }

    /** Creates an entry and returns the unread response. */
    ApiResponse send(NewLiveTimerEntry entry) {
        return api.create(Requests.create(entry));
    }

    PreparedRequest prepare(NewLiveTimerEntry entry) {
        return api.prepare(Requests.create(entry));
    }

    /**
     * Changes an entry of the owner of the credentials: {@code PUT /time_entries/{id}.xml}. The response does not
     * contain the entry; use {@link #get} to read it.
     *
     * @throws InvalidInputException if the update changes nothing
     * @throws dev.hourbridge.model.NotFoundException if there is no entry with this id
     */
    public void update(long id, LiveTimerEntryUpdate update) {
        api.write(Requests.update(id, update));
    }

    Consumer<LiveTimerEntryUpdate> prepareUpdate(long id) {
        PreparedWrite prepared = api.prepareWrite(Requests.update(id));
        return update -> prepared.send(Requests.update(id, update));
    }

    /**
     * Deletes an entry of the owner of the credentials: {@code DELETE /time_entries/{id}.xml}.
     *
     * @throws dev.hourbridge.model.NotFoundException if there is no entry with this id
     */
    public void delete(long id) {
        api.write(Requests.delete(id));
    }

    Runnable prepareDelete(long id) {
        ApiRequest request = Requests.delete(id);
        PreparedWrite prepared = api.prepareWrite(request);
        return () -> prepared.send(request);
    }

    private static LiveTimerEntry entry(ApiResponse response) {
        return Xml.read(response, "time-entry", EntryXml.class).toEntry(response);
    }

    private static <T> Set<T> set(T[] values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values)));
    }

    /** Returns the total that the list of a filter states. */
    OptionalLong count(LiveTimerFilter filter) {
        return new EntryPages(api, filter, Set.of()).read(1, 1).total();
    }
}
