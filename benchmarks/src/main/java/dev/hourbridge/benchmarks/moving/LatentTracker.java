package dev.hourbridge.benchmarks.moving;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A service whose responses are delayed, and that counts its requests. Thread-safe. */
final class LatentTracker extends ForwardingTimeTracker {
    private final Duration latency;
    private final AtomicInteger requests = new AtomicInteger();

    LatentTracker(TimeTracker service, Duration latency) {
        super(service);
        this.latency = latency;
    }

    int requests() {
        return requests.get();
    }

    private void await() {
        requests.incrementAndGet();
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        Pager<TimeEntry> list = super.list(query);
        return Pagers.paged(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
                await();
                return (token == null ? list : list.startingAt(token))
                        .pages()
                        .iterator()
                        .next();
            }

            @Override
            public String key(TimeEntry item) {
                return item.id().id();
            }
        });
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        await();
        return super.get(id);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        PreparedCreate prepared = super.prepare(entry);
        return () -> {
            await();
            return prepared.send();
        };
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        PreparedDelete prepared = super.prepareDelete(id);
        return () -> {
            await();
            prepared.send();
        };
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        await();
        return super.total(query);
    }
}
