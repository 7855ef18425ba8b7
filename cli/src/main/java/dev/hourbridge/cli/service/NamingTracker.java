package dev.hourbridge.cli.service;

import dev.hourbridge.cli.report.Names;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A client that records the names in entries as they are listed, so reports need no requests for names. Lists that
 * state their total are prefetched, which does not cost additional requests.
 */
public record NamingTracker(TimeTracker tracker, Names names, UnaryOperator<Pager<TimeEntry>> lists)
        implements TimeTracker {
    private static final int PAGES_AHEAD = 4;

    /** Creates a client that leaves the lists unchanged. */
    public NamingTracker(TimeTracker tracker, Names names) {
        this(tracker, names, UnaryOperator.identity());
    }

    @Override
    public Account account() {
        return tracker.account();
    }

    @Override
    public Capabilities capabilities() {
        return tracker.capabilities();
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        Pager<TimeEntry> list = tracker.list(query);
        Pager<TimeEntry> ahead = capabilities().announcesCount() ? list.prefetch(PAGES_AHEAD) : list;
        return lists.apply(ahead).map(entry -> {
            names.see(entry);
            return entry;
        });
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return tracker.get(id);
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return tracker.create(entry);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        return tracker.prepare(entry);
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        tracker.update(id, update);
    }

    @Override
    public PreparedUpdate prepareUpdate(TimeEntryId id) {
        return tracker.prepareUpdate(id);
    }

    @Override
    public void delete(TimeEntryId id) {
        tracker.delete(id);
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        return tracker.prepareDelete(id);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return tracker.total(query);
    }

    @Override
    public Optional<Instant> serverTime() {
        return tracker.serverTime();
    }

    @Override
    public Optional<Directory> directory() {
        return tracker.directory();
    }

    @Override
    public void close() {
        tracker.close();
    }
}
