package dev.hourbridge.codebase;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.ElementReader;
import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.http.internal.PreparedWrite;
import dev.hourbridge.http.internal.xml.Xml;
import dev.hourbridge.http.internal.xml.XmlBody;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.spi.Pagers;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Codebase's native API for time sessions. Projects are identified by their permalinks. Thread-safe.
 *
 * <p>An id less than 1, or a permalink that is not valid in a path, throws an {@link InvalidInputException} before any
 * request is sent.
 *
 * <p>Codebase returns a list of any length in one response, which is read one element at a time. {@link
 * Pager#iterator()} states which resources an abandoned iterator holds, and for how long.
 *
 * <p>Source: the section "API URLs" of Codebase's time tracking page.
 */
public final class TimeSessions {
    private static final String LIST = "{project}/time_sessions";
    private static final String ITEM = LIST + "/{id}";
    private static final String ROOT = "time-session";
    /** Rails names an empty list after the class of its elements, which there are none of. */
    private static final Set<String> LISTS = Set.of("time-sessions", "nil-classes");

    private final ApiClient api;

    TimeSessions(ApiClient api) {
        this.api = api;
    }

    long maxListRows() {
        return api.maxListRows();
    }

    /** Returns all sessions of a project. */
    public Pager<TimeSession> list(String project) {
        return list(project, TimeSessionFilter.all());
    }

    /** Returns the sessions of a project that match the filter. */
    public Pager<TimeSession> list(String project, TimeSessionFilter filter) {
        return list(ApiRequest.get("listTimeSessions", LIST, project), filter);
    }

    /**
     * Returns the sessions of a project "added today". Codebase does not document whether this refers to the date of
     * the session or to its creation time, or which zone applies. If this matters, set the days with {@link
     * #list(String, TimeSessionFilter)}.
     */
    public Pager<TimeSession> listDay(String project, TimeSessionFilter filter) {
        return list(ApiRequest.get("listTimeSessionsOfDay", LIST + "/day", project), filter);
    }

    /** Returns the sessions of a project "added this week", which is as loosely defined as in {@link #listDay}. */
    public Pager<TimeSession> listWeek(String project, TimeSessionFilter filter) {
        return list(ApiRequest.get("listTimeSessionsOfWeek", LIST + "/week", project), filter);
    }

    /** Returns the sessions of a project "added this month", which is as loosely defined as in {@link #listDay}. */
    public Pager<TimeSession> listMonth(String project, TimeSessionFilter filter) {
        return list(ApiRequest.get("listTimeSessionsOfMonth", LIST + "/month", project), filter);
    }

    /** Returns a list that is read one session at a time, since Codebase sends all of them in one response. */
    private Pager<TimeSession> list(ApiRequest request, TimeSessionFilter filter) {
        ApiRequest filtered = typed(request);
        if (filter.user().isPresent()) {
            filtered = filtered.query("user", filter.user().getAsLong());
        }
        if (filter.from().isPresent()) {
            filtered = filtered.query("from", date(filter.from().get()));
        }
        if (filter.to().isPresent()) {
            filtered = filtered.query("to", date(filter.to().get()));
        }
        ApiRequest whole = filtered;
        return Pagers.streamed(() -> api.stream(whole, TimeSessions::read));
    }

    /** Opens a response of sessions. */
    private static ElementReader<TimeSession> read(ApiResponse response, InputStream body, long maxBytes)
            throws IOException {
        ElementReader<SessionXml> elements =
                Xml.elements(LISTS, ROOT, SessionXml.class).open(response, body, maxBytes);
        return () -> {
            SessionXml session = elements.next();
            return session == null ? null : session.toSession(response);
        };
    }

    /**
     * Returns one session.
     *
     * @throws NotFoundException if the project has no session with this number
     */
    public TimeSession get(String project, long id) {
        return session(api.read(typed(ApiRequest.get("getTimeSession", ITEM, project, number(id)))));
    }

    /**
     * Creates a session with one POST.
     *
     * @return the session as Codebase stored it
     * @throws RejectedException if Codebase rejects the session; contains Codebase's messages
     */
    public TimeSession create(String project, NewTimeSession session) {
        return created(api.create(createRequest(project, session)));
    }

    PreparedRequest prepare(String project, NewTimeSession session) {
        return api.prepare(createRequest(project, session));
    }

    static TimeSession created(ApiResponse response) {
        return session(response);
    }

    private static ApiRequest createRequest(String project, NewTimeSession session) {
        return body(session).on(typed(ApiRequest.post("createTimeSession", LIST, project)));
    }

    /**
     * Changes a session with a GET and a PUT of the complete session, because Codebase accepts only complete sessions.
     * A change that another user makes between the two is overwritten. The response has no body, so read the session
     * again to see the result.
     *
     * @throws NotFoundException if the project has no session with this number
     * @throws InvalidInputException before the PUT, if the session has a blank summary and the update sets none
     */
    public void update(String project, long id, TimeSessionUpdate update) {
        // What XML cannot carry is invalid before the GET, not after it.
        update.summary().value().ifPresent(summary -> XmlBody.of(ROOT).field("summary", summary));
        TimeSession now = get(project, id);
        NewTimeSession.Builder whole = NewTimeSession.builder()
                .summary(update.summary().value().orElse(now.summary()))
                .minutes(update.minutes().value().orElse(now.minutes()))
                .sessionDate(update.sessionDate().value().orElse(now.sessionDate()));
        now.userId().ifPresent(whole::userId);
        update.userId().value().ifPresent(whole::userId);
        if (update.ticketId().kind() == Change.Kind.LEAVE) {
            now.ticketId().ifPresent(whole::ticketId);
        }
        update.ticketId().value().ifPresent(whole::ticketId);
        put(project, id, whole.build());
    }

    /**
     * Replaces a session with a complete one, without reading it first. If the new session has no ticket, the session
     * is removed from its ticket. Codebase requires "a complete representation of the object" in a PUT, so a day and a
     * person are required here, although they are optional for a create. Codebase rejects a PUT without a day, and a
     * PUT without a person may remove the person from the session. To change individual fields, use {@link #update}.
     *
     * @throws InvalidInputException before the PUT, if the session has no day or no person
     * @throws NotFoundException if the project has no session with this number
     */
    public void replace(String project, long id, NewTimeSession session) {
        if (session.sessionDate().isEmpty()) {
            throw incomplete("sessionDate", "the day");
        }
        if (session.userId().isEmpty()) {
            throw incomplete("userId", "the person");
        }
        put(project, id, session);
    }

    private static InvalidInputException incomplete(String field, String what) {
        return new InvalidInputException(
                field, "no value", "specify " + what + ", because a PUT replaces the whole session, or use update");
    }

    private void put(String project, long id, NewTimeSession session) {
        api.write(putRequest(project, id, session));
    }

    Consumer<NewTimeSession> prepareReplacement(String project, long id) {
        PreparedWrite prepared = api.prepareWrite(putRequest(project, id));
        return session -> prepared.send(putRequest(project, id, session));
    }

    /** Returns a request that replaces a session. The service would clear a field that is omitted. */
    private static ApiRequest putRequest(String project, long id) {
        return typed(ApiRequest.put("updateTimeSession", ITEM, project, number(id)));
    }

    private static ApiRequest putRequest(String project, long id, NewTimeSession session) {
        XmlBody body = body(session);
        if (session.ticketId().isEmpty()) {
            body.empty("ticket-id");
        }
        return body.on(putRequest(project, id));
    }

    /**
     * Deletes a session. If a response was lost and the session no longer exists, the session counts as deleted.
     *
     * @throws NotFoundException if the project has no session with this number
     * @throws RejectedException with status 409, if other data depends on the session
     */
    public void delete(String project, long id) {
        api.write(deleteRequest(project, id));
    }

    Runnable prepareDelete(String project, long id) {
        ApiRequest request = deleteRequest(project, id);
        PreparedWrite prepared = api.prepareWrite(request);
        return () -> prepared.send(request);
    }

    private static ApiRequest deleteRequest(String project, long id) {
        return typed(ApiRequest.delete("deleteTimeSession", ITEM, project, number(id)));
    }

    /** Rejects a permalink that could change the path, before a request is sent to another project. */
    static void checkProject(String project) {
        ApiRequest.get("listTimeSessions", LIST, project);
    }

    private static String number(long id) {
        return Long.toString(Ids.check("id", id));
    }

    /** Codebase wants a content type on requests without content too. */
    private static ApiRequest typed(ApiRequest request) {
        return request.header("Content-Type", "application/xml");
    }

    /** Returns the session as XML. */
    private static XmlBody body(NewTimeSession session) {
        XmlBody body = XmlBody.of(ROOT).field("summary", session.summary()).field("minutes", session.minutes());
        session.sessionDate().ifPresent(date -> body.field("session-date", date(date)));
        session.userId().ifPresent(user -> body.field("user-id", user));
        session.ticketId().ifPresent(ticket -> body.field("ticket-id", ticket));
        return body;
    }

    private static TimeSession session(ApiResponse response) {
        return Xml.read(response, ROOT, SessionXml.class).toSession(response);
    }

    private static String date(LocalDate date) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }
}
