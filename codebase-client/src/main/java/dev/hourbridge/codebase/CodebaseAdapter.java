package dev.hourbridge.codebase;

import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.DayBounds;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.util.List;
import java.util.function.Consumer;

/** Implements the operations of the common model with Codebase's native API. */
final class CodebaseAdapter {
    private final Account account;
    private final TimeSessions sessions;
    private final List<String> projects;
    private final Ids ids;
    private final CodebaseEntryReader reader;
    private final CodebaseEntryWriter writer;

    CodebaseAdapter(Account account, TimeSessions sessions, List<String> projects) {
        this.account = account;
        this.sessions = sessions;
        this.projects = projects;
        ids = new Ids(new AccountReferences(account));
        reader = new CodebaseEntryReader(account);
        writer = new CodebaseEntryWriter(account);
    }

    /** Lists the entries of the project in the query, or else of the client's projects, one project after another. */
    Pager<TimeEntry> list(TimeEntryQuery query) {
        List<String> wanted = projectsOf(query);
        wanted.forEach(TimeSessions::checkProject);
        filter(query);
        if (wanted.size() == 1) {
            return Pagers.scoped(list(wanted.get(0), query), account + " " + wanted.get(0) + " " + query);
        }
        return Pagers.concatenated(
                wanted.stream().map(project -> list(project, query)).toList());
    }

    private Pager<TimeEntry> list(String project, TimeEntryQuery query) {
        boolean bounded = query.firstDay().isPresent() && query.lastDay().isPresent();
        return bounded ? Pagers.byDateRange(query, new SessionRanges(this, project)) : exactly(project, query);
    }

    /** Returns the entries of one project, read from one response. */
    Pager<TimeEntry> exactly(String project, TimeEntryQuery query) {
        return sessions.list(project, filter(query))
                .map(session -> reader.read(project, session))
                .filter(query::matches);
    }

    long maxListRows() {
        return sessions.maxListRows();
    }

    /**
     * Returns the projects to list.
     *
     * @throws InvalidInputException if neither the query nor the client has one
     */
    private List<String> projectsOf(TimeEntryQuery query) {
        if (query.project().isPresent()) {
            return List.of(ids.project(query.project().get()));
        }
        if (query.task().isPresent()) {
            return List.of(ids.task(query.task().get()).project());
        }
        if (projects.isEmpty()) {
            throw new InvalidInputException(
                    "project",
                    "no project in the query or in the client",
                    "set a project in the query, or set projects in the client's builder, because Codebase lists "
                            + "time by project");
        }
        return projects;
    }

    /** Returns a filter for one more day on each side: whether {@code to} is inclusive, and the zone, are not documented. */
    private TimeSessionFilter filter(TimeEntryQuery query) {
        query.task().ifPresent(ids::task);
        TimeSessionFilter.Builder filter = TimeSessionFilter.builder();
        query.person().ifPresent(person -> filter.user(ids.person(person)));
        DayBounds.FOUR_DIGIT_YEARS.from(query, 1).ifPresent(filter::from);
        DayBounds.FOUR_DIGIT_YEARS.to(query, 1).ifPresent(filter::to);
        return filter.build();
    }

    TimeEntry get(TimeEntryId id) {
        SessionId parsed = ids.entry(id);
        return reader.read(parsed.project(), sessions.get(parsed.project(), parsed.number()));
    }

    TimeEntryId create(NewTimeEntry entry) {
        String project = writer.project(entry);
        return reader.id(project, sessions.create(project, writer.create(entry)));
    }

    PreparedCreate prepare(NewTimeEntry entry) {
        String project = writer.project(entry);
        PreparedRequest request = sessions.prepare(project, writer.create(entry));
        return () -> reader.id(project, TimeSessions.created(request.send()));
    }

    void update(TimeEntryId id, TimeEntryUpdate update) {
        SessionId parsed = ids.entry(id);
        sessions.update(parsed.project(), parsed.number(), writer.update(parsed.project(), update));
    }

    PreparedUpdate prepareUpdate(TimeEntryId id) {
        SessionId parsed = ids.entry(id);
        Consumer<NewTimeSession> prepared = sessions.prepareReplacement(parsed.project(), parsed.number());
        return (current, update) -> prepared.accept(writer.replacement(parsed.project(), current, update));
    }

    void delete(TimeEntryId id) {
        SessionId parsed = ids.entry(id);
        sessions.delete(parsed.project(), parsed.number());
    }

    PreparedDelete prepareDelete(TimeEntryId id) {
        SessionId parsed = ids.entry(id);
        return sessions.prepareDelete(parsed.project(), parsed.number())::run;
    }

    SessionId nativeId(TimeEntryId id) {
        return ids.entry(id);
    }
}
