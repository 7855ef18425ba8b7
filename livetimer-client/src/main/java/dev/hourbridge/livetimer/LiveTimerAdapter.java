package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.PreparedRequest;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.spi.AccountReferences;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Implements the operations of the common model with LiveTimer's native API. */
final class LiveTimerAdapter {
    private final LiveTimerTimeEntries entries;
    private final Account account;
    private final AccountReferences references;
    private final QueryMapping queries;
    private final LiveTimerEntryReader reader;
    private final LiveTimerEntryWriter writer;
    private final Totals totals;

    LiveTimerAdapter(LiveTimerTimeEntries entries, Account account, Optional<String> user) {
        this.entries = entries;
        this.account = account;
        references = new AccountReferences(account);
        queries = new QueryMapping(references);
        reader = new LiveTimerEntryReader(account);
        writer = new LiveTimerEntryWriter(references, user.map(id -> PersonRef.of(account, id)));
        totals = new Totals(entries, queries);
    }

    Pager<TimeEntry> list(TimeEntryQuery query) {
        Pager<TimeEntry> list = entries.list(queries.wide(query), Include.values())
                .map(new LiveTimerEntryReader(account)::read)
                .filter(query::matches);
        return Pagers.scoped(list, account + " " + query);
    }

    TimeEntry get(TimeEntryId id) {
        return reader.read(entries.get(nativeId(id), Include.values()));
    }

    /** Reads only the id from the response, because the entry exists even if the rest of the response is invalid. */
    TimeEntryId create(NewTimeEntry entry) {
        return id(CreatedId.of(entries.send(writer.create(entry))));
    }

    PreparedCreate prepare(NewTimeEntry entry) {
        PreparedRequest request = entries.prepare(writer.create(entry));
        return () -> id(CreatedId.of(request.send()));
    }

    void update(TimeEntryId id, TimeEntryUpdate update) {
        entries.update(nativeId(id), writer.update(update));
    }

    PreparedUpdate prepareUpdate(TimeEntryId id) {
        Consumer<LiveTimerEntryUpdate> prepared = entries.prepareUpdate(nativeId(id));
        return (current, update) -> prepared.accept(writer.update(update));
    }

    void delete(TimeEntryId id) {
        entries.delete(nativeId(id));
    }

    PreparedDelete prepareDelete(TimeEntryId id) {
        return entries.prepareDelete(nativeId(id))::run;
    }

    Optional<Duration> total(TimeEntryQuery query) {
        return query.updatedSince().isPresent() ? Optional.empty() : Optional.of(totals.of(query));
    }

    OptionalLong count(TimeEntryQuery query) {
        return query.updatedSince().isPresent() ? OptionalLong.empty() : totals.count(query);
    }

    long nativeId(TimeEntryId id) {
        return references.number("id", id.account(), id.id());
    }

    private TimeEntryId id(long id) {
        return TimeEntryId.of(account, Long.toString(id));
    }
}
