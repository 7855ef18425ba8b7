package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.spi.DayBounds;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Implements the operations of the common model with Teamwork's native API.
 *
 * <p>Teamwork divides time into days by the clock of the user. For lists, the adapter therefore extends the range by a
 * day at both ends and filters the result. For totals and counts, which serve to check the list, it sends the days
 * unchanged. Thread-safe.
 */
final class TeamworkAdapter {
    private final TeamworkTimeEntries entries;
    private final Totals totals;
    private final Account account;
    private final ZoneId zone;
    private final TeamworkEntryReader reader;
    private final TeamworkEntryWriter writer;

    /**
     * Creates the adapter.
     *
     * @param zone the zone of the owner of the credentials, in which starts are written
     */
    TeamworkAdapter(TeamworkTimeEntries entries, Totals totals, Account account, ZoneId zone) {
        this.entries = entries;
        this.totals = totals;
        this.account = account;
        this.zone = zone;
        reader = new TeamworkEntryReader(account, zone);
        writer = new TeamworkEntryWriter(account, zone);
    }

    /** Lists entries. References are checked before the first request. */
    Pager<TimeEntry> list(TimeEntryQuery query) {
        query.person().ifPresent(writer::person);
        query.project().ifPresent(writer::project);
        query.task().ifPresent(writer::task);
        Pager<TimeEntry> list =
                query.task().isPresent() ? exactly(query) : Pagers.byDateRange(query, new CappedLists(this, query));
        return Pagers.scoped(list, account + " " + query);
    }

    /**
     * Lists the entries and filters them by the query, because the request covers more days and a task's list accepts
     * no conditions.
     */
    Pager<TimeEntry> exactly(TimeEntryQuery query) {
        return rows(query).map(new TeamworkEntryReader(account, zone)::read).filter(query::matches);
    }

    private Pager<TeamworkEntry> rows(TimeEntryQuery query) {
        if (query.task().isPresent()) {
            return entries.listOfTask(writer.task(query.task().get()));
        }
        TeamworkEntryQuery asked = asked(query);
        return query.project().isPresent()
                ? entries.listOfProject(writer.project(query.project().get()), asked)
                : entries.list(asked.toBuilder().projectType(ProjectType.ALL).build());
    }

    /** Returns the day of the first entry, for a query without a first day. */
    Optional<LocalDate> earliest(TimeEntryQuery query) {
        TeamworkEntryQuery.Builder one = asked(query).toBuilder().pageSize(1);
        if (query.project().isEmpty()) {
            one.projectType(ProjectType.ALL);
        }
        return entries.first(query.project().map(writer::project), one.build())
                .map(entry -> reader.read(entry).workTime().localDate());
    }

    private TeamworkEntryQuery asked(TimeEntryQuery query) {
        TeamworkEntryQuery.Builder asked = TeamworkEntryQuery.builder();
        query.person().ifPresent(person -> asked.userId(writer.person(person)));
        DayBounds.FOUR_DIGIT_YEARS.from(query, 1).ifPresent(asked::fromDate);
        DayBounds.FOUR_DIGIT_YEARS.to(query, 1).ifPresent(asked::toDate);
        DayBounds.FOUR_DIGIT_YEARS.updatedAfter(query).ifPresent(asked::updatedAfterDate);
        return asked.build();
    }

    /**
     * Returns the total stated in a page of the list; empty for conditions that the service does not filter exactly.
     */
    OptionalLong count(TimeEntryQuery query) {
        query.person().ifPresent(writer::person);
        query.task().ifPresent(writer::task);
        Optional<Long> project = query.project().map(writer::project);
        boolean isExact = query.updatedSince().isEmpty()
                && (query.task().isEmpty()
                        || query.equals(TimeEntryQuery.builder()
                                .task(query.task().get())
                                .build()));
        if (!isExact) {
            return OptionalLong.empty();
        }
        if (query.task().isPresent()) {
            return entries.countOfTask(writer.task(query.task().get()));
        }
        TeamworkEntryQuery.Builder asked = TeamworkEntryQuery.builder().pageSize(1);
        query.person().ifPresent(person -> asked.userId(writer.person(person)));
        query.firstDay().ifPresent(asked::fromDate);
        query.lastDay().ifPresent(asked::toDate);
        if (project.isEmpty()) {
            asked.projectType(ProjectType.ALL);
        }
        return entries.count(project, asked.build());
    }

    /** Returns an entry. */
    TimeEntry get(TimeEntryId id) {
        return reader.read(entries.get(writer.id(id)));
    }

    /** Creates an entry on its task or, if it has none, on its project. */
    TimeEntryId create(NewTimeEntry entry) {
        NewTeamworkEntry values = writer.create(entry);
        long id = entry.task().isPresent()
                ? entries.createOnTask(task(entry), values)
                : entries.createOnProject(project(entry), values);
        return id(id);
    }

    /** Waits for a permit for a create, which is sent later. */
    PreparedCreate prepare(NewTimeEntry entry) {
        NewTeamworkEntry values = writer.create(entry);
        PreparedRequest request = entry.task().isPresent()
                ? entries.prepareOnTask(task(entry), values)
                : entries.prepareOnProject(project(entry), values);
        return () -> id(CreatedId.of(request.send()));
    }

    /** Changes an entry with one request. The service leaves all other fields unchanged. */
    void update(TimeEntryId id, TimeEntryUpdate update) {
        entries.update(writer.id(id), writer.update(update));
    }

    /** Waits for a permit for an update, which is sent later. The current entry is not needed. */
    PreparedUpdate prepareUpdate(TimeEntryId id) {
        Consumer<TeamworkEntryUpdate> prepared = entries.prepareUpdate(writer.id(id));
        return (current, update) -> prepared.accept(writer.update(update));
    }

    /** Deletes an entry. */
    void delete(TimeEntryId id) {
        entries.delete(writer.id(id));
    }

    /** Waits for a permit for a deletion, which is sent later. */
    PreparedDelete prepareDelete(TimeEntryId id) {
        return entries.prepareDelete(writer.id(id))::run;
    }

    /** Returns the service's total; empty for a condition that totals do not support. */
    Optional<Duration> total(TimeEntryQuery query) {
        if (query.updatedSince().isPresent()) {
            return Optional.empty();
        }
        TotalsQuery.Builder asked = TotalsQuery.builder().projectType(ProjectType.ALL);
        query.person().ifPresent(person -> asked.userId(writer.person(person)));
        query.firstDay().ifPresent(asked::fromDate);
        query.lastDay().ifPresent(asked::toDate);
        return sums(query, asked.build()).map(sums -> Duration.ofMinutes(sums.totalMinutes()));
    }

    private Optional<TimeTotals> sums(TimeEntryQuery query, TotalsQuery asked) {
        Optional<Long> project = query.project().map(writer::project);
        if (query.task().isPresent()) {
            // The sum is of the whole task: it is valid only if the task is in the requested project.
            return totals.ofTask(writer.task(query.task().get()), asked)
                    .filter(total -> project.isEmpty() || total.project().id().equals(OptionalLong.of(project.get())))
                    .map(TaskTotal::timeTotals);
        }
        if (project.isPresent()) {
            return totals.ofProject(project.get(), asked).map(ProjectTotal::timeTotals);
        }
        return Optional.of(totals.ofAccount(asked));
    }

    /** Returns the task. If a project is set, too, only the task is sent: it implies its project. */
    private long task(NewTimeEntry entry) {
        entry.project().ifPresent(writer::project);
        return writer.task(entry.task().orElseThrow());
    }

    private long project(NewTimeEntry entry) {
        return writer.project(entry.project()
                .orElseThrow(() -> new InvalidInputException(
                        "project", "neither a project nor a task", "set one of them, because Teamwork requires it")));
    }

    /** Returns an id of this account as a number. */
    long nativeId(TimeEntryId id) {
        return writer.id(id);
    }

    private TimeEntryId id(long id) {
        return TimeEntryId.of(account, Long.toString(id));
    }
}
