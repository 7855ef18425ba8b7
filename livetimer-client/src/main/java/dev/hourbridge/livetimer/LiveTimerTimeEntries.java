package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.wire.Xml;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.Pager;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * LiveTimer's time entries in its own words: every operation of the vendor's page "Time Entries".
 * Safe for use by several threads; every method throws the model's exceptions.
 */
public final class LiveTimerTimeEntries {
    private final ApiClient api;

    LiveTimerTimeEntries(ApiClient api) {
        this.api = api;
    }

    /**
     * One entry: {@code GET /time_entries/{id}.xml}.
     *
     * @param include what to give in full in place of its id
     * @throws dev.hourbridge.model.NotFoundException if there is none, or the credentials may not see it
     */
    public LiveTimerEntry get(long id, Include... include) {
        return entry(api.read(Requests.get(id, set(include))));
    }

    /**
     * The entries that the filter lets through, in no documented order: {@code GET /time_entries.xml}, in
     * windows of 50. Requests are made as the list is walked.
     *
     * @param include what to give in full in place of its id
     */
    public Pager<LiveTimerEntry> list(LiveTimerFilter filter, Include... include) {
        return Pager.of(new EntryPages(api, filter, set(include)));
    }

    /**
     * One window of a list: the same request with a {@code start} and {@code end} of one's own. The service
     * may give less than is asked for; {@link Page#next()} says where to go on.
     *
     * @param start the number of the first entry, from 1
     * @param end the number of the last, inclusive
     * @throws InvalidInputException if the start is below 1 or after the end
     */
    public Page<LiveTimerEntry> window(LiveTimerFilter filter, long start, long end, Include... include) {
        if (start < 1 || end < start) {
            throw new InvalidInputException("start", "a window without entries", "give 1 or more, and an end after it");
        }
        return new EntryPages(api, filter, set(include)).read(start, end);
    }

    /**
     * The minutes of the entries that the filter lets through, summed by the service: {@code GET
     * /time_entries/summary.xml}.
     *
     * @param groupBy two at most, and only one of clients, projects and tasks; the order is that of the
     *     levels
     * @throws InvalidInputException for any other groupings
     */
    public TimeSummary summary(LiveTimerFilter filter, Grouping... groupBy) {
        Answer answer = api.read(Requests.summary(filter, set(groupBy)));
        return Xml.read(answer, "time-summary", SummaryXml.class).toSummary(TimeSummary.Kind.TOTAL, answer);
    }

    /**
     * Creates an entry of the owner of the credentials: {@code POST /time_entries.xml}, once.
     *
     * @return the entry as the service stored it
     */
    public LiveTimerEntry create(NewLiveTimerEntry entry) {
        return entry(send(entry));
    }

    /** Creates it, and gives the answer as it came. */
    Answer send(NewLiveTimerEntry entry) {
        return api.create(Requests.create(entry));
    }

    PreparedRequest prepare(NewLiveTimerEntry entry) {
        return api.prepare(Requests.create(entry));
    }

    /**
     * Changes an entry of the owner of the credentials: {@code PUT /time_entries/{id}.xml}. The service
     * answers without the entry; {@link #get} gives it.
     *
     * @throws InvalidInputException if the update changes nothing
     * @throws dev.hourbridge.model.NotFoundException if there is none of that id
     */
    public void update(long id, LiveTimerEntryUpdate update) {
        api.write(Requests.update(id, update));
    }

    /**
     * Deletes an entry of the owner of the credentials: {@code DELETE /time_entries/{id}.xml}.
     *
     * @throws dev.hourbridge.model.NotFoundException if there is none of that id
     */
    public void delete(long id) {
        api.write(Requests.delete(id));
    }

    private static LiveTimerEntry entry(Answer answer) {
        return Xml.read(answer, "time-entry", EntryXml.class).toEntry(answer);
    }

    private static <T> Set<T> set(T[] values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values)));
    }
}
