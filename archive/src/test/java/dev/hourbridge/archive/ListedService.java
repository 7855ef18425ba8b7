package dev.hourbridge.archive;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.Pagers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Optional;

/** A service that lists what a test gives it, each time that it is asked. */
final class ListedService extends ForwardingTimeTracker {
    static final Account ACME = Account.of(Service.of("teamwork"), "acme.teamwork.com");

    private final Lists lists;
    private final Totals totals;
    int reads;

    ListedService(Lists lists, Totals totals) {
        super(InMemoryTimeTracker.builder(ACME, SampleCapabilities.teamwork(ZoneId.of("America/New_York")))
                .build());
        this.lists = lists;
        this.totals = totals;
    }

    static ListedService of(Iterable<TimeEntry> entries) {
        return new ListedService(read -> entries, read -> Optional.empty());
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return Pagers.streamed(() -> new Open(lists.of(reads++).iterator())).filter(query::matches);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return totals.of(reads);
    }

    /** Returns the list of the read with this number, from 0. */
    @FunctionalInterface
    interface Lists {
        Iterable<TimeEntry> of(int read);
    }

    /** Returns the total after so many reads. */
    @FunctionalInterface
    interface Totals {
        Optional<Duration> of(int reads);
    }

    private record Open(Iterator<TimeEntry> entries) implements CloseableIterator<TimeEntry> {
        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public TimeEntry next() {
            return entries.next();
        }

        @Override
        public void close() {}
    }
}
