package dev.hourbridge.teampulse;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Implements the operations of the common model with TeamPulse's native API. */
final class TeamPulseAdapter {
    private final TeamPulseTimeEntries entries;
    private final Account account;
    private final TeamPulseEntryReader reader;
    private final TeamPulseEntryWriter writer;

    TeamPulseAdapter(TeamPulseTimeEntries entries, Account account) {
        this.entries = entries;
        this.account = account;
        reader = new TeamPulseEntryReader(account);
        writer = new TeamPulseEntryWriter(account);
    }

    /** Lists all entries, or those of one task. References are checked before the first request. */
    Pager<TimeEntry> list(TimeEntryQuery query) {
        if (query.project().isPresent()) {
            throw new InvalidInputException(
                    "project",
                    "a condition that TeamPulse cannot filter by",
                    "list the entries by task, or list all " + "entries");
        }
        ODataQuery asked = asked(query);
        Pager<TeamPulseEntry> rows = query.task().isPresent()
                ? entries.listOfTask(writer.task(query.task().get()), asked)
                : entries.list(asked);
        return Pagers.scoped(rows.map(reader::read).filter(query::matches), account + " " + query);
    }

    /**
     * Returns a query for a wider range of days, with the two comparisons that are known from programs in use. The caller
     * filters the result, because the service may store a time or a zone with a day.
     */
    private ODataQuery asked(TimeEntryQuery query) {
        List<ODataFilter> conditions = new ArrayList<>();
        DayBounds days = DayBounds.FOUR_DIGIT_YEARS;
        days.from(query, 2).ifPresent(day -> conditions.add(TimeEntryFields.DATE.gt(day)));
        days.to(query, 2).ifPresent(day -> conditions.add(TimeEntryFields.DATE.lt(day)));
        days.updatedAfter(query)
                .ifPresent(since -> conditions.add(
                        TimeEntryFields.CREATED_AT.gt(since).or(TimeEntryFields.LAST_MODIFIED_AT.gt(since))));
        query.person().ifPresent(person -> conditions.add(TimeEntryFields.USER_ID.eq(writer.person(person))));
        return conditions.isEmpty() ? ODataQuery.all() : ODataQuery.where(ODataFilter.allOf(conditions));
    }

    TimeEntry get(TimeEntryId id) {
        return reader.read(entries.get(writer.id(id)));
    }

    TimeEntryId create(NewTimeEntry entry) {
        return id(entries.createId(writer.create(entry)));
    }

    PreparedCreate prepare(NewTimeEntry entry) {
        PreparedRequest request = entries.prepare(writer.create(entry));
        return () -> id(CreatedId.of(request.send()));
    }

    void update(TimeEntryId id, TimeEntryUpdate update) {
        entries.put(writer.id(id), writer.update(update));
    }

    PreparedUpdate prepareUpdate(TimeEntryId id) {
        Consumer<TeamPulseEntryUpdate> prepared = entries.prepareUpdate(writer.id(id));
        return (current, update) -> prepared.accept(writer.update(update));
    }

    void delete(TimeEntryId id) {
        entries.delete(writer.id(id));
    }

    PreparedDelete prepareDelete(TimeEntryId id) {
        return entries.prepareDelete(writer.id(id))::run;
    }

    private TimeEntryId id(long id) {
        return TimeEntryId.of(account, Long.toString(id));
    }

    long nativeId(TimeEntryId id) {
        return writer.id(id);
    }
}
