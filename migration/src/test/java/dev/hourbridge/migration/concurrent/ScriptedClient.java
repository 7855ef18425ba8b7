package dev.hourbridge.migration.concurrent;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.migration.FakeTime;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client of a service in memory to whose requests a {@link Script} happens. */
final class ScriptedClient extends ForwardingTimeTracker implements Reply.Committer {
    private final InMemoryTimeTracker service;
    private final Script script;
    private final FakeTime time;

    ScriptedClient(InMemoryTimeTracker service, Script script, FakeTime time) {
        super(service);
        this.service = service;
        this.script = script;
        this.time = time;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        Pager<TimeEntry> list = super.list(query);
        return Pagers.paged(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
                if (token == null) {
                    script.beforeList.accept(query);
                } else {
                    script.betweenPages.run();
                }
                Pager<TimeEntry> rest = token == null ? list : list.startingAt(token);
                Page<TimeEntry> page = rest.pages().iterator().next();
                script.listed();
                return script.page.apply(page);
            }

            @Override
            public String key(TimeEntry item) {
                return item.id().id();
            }
        });
    }

    @Override
    public Capabilities capabilities() {
        Capabilities all = super.capabilities();
        return script.listedProjects.isEmpty()
                ? all
                : all.toBuilder().listedProjects(script.listedProjects).build();
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        script.beforeGet.run();
        return script.reading.apply(id, () -> super.get(id));
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return prepare(entry).send();
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        super.prepare(entry);
        return () -> script.next(entry).to(entry, this);
    }

    @Override
    public void delete(TimeEntryId id) {
        script.beforeDelete.accept(id);
        if (script.deletes) {
            super.delete(id);
        }
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        return () -> delete(id);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        script.beforeTotal.run();
        return script.total.apply(super.total(query));
    }

    /** The real time, whatever the stamps of rows show. */
    @Override
    public Optional<Instant> serverTime() {
        return script.statesTime ? Optional.of(time.clock().instant()) : Optional.empty();
    }

    @Override
    public TimeEntry commit(NewTimeEntry entry) {
        TimeEntry row = service.get(service.create(entry));
        script.committed(row);
        return row;
    }

    @Override
    public TimeEntry store(TimeEntry row) {
        return service.put(row);
    }

    @Override
    public void commitLater(NewTimeEntry entry, Duration delay) {
        time.after(delay, () -> commit(entry));
    }

    @Override
    public Placement placement() {
        return service.capabilities().placement();
    }
}
