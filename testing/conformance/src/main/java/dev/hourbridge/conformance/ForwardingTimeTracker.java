package dev.hourbridge.conformance;

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
import java.util.OptionalLong;

/**
 * A {@link TimeTracker} that forwards every call to another one. Subclasses override methods to count calls, delay
 * them, change them or make them fail.
 *
 * <pre>{@code
 * final class LosesResponses extends ForwardingTimeTracker {
 *     LosesResponses(TimeTracker delegate) { super(delegate); }
 *
 *     @Override
 *     public PreparedCreate prepare(NewTimeEntry entry) {
 *         PreparedCreate prepared = super.prepare(entry);
 *         return () -> {
 *             prepared.send();
 *             throw new ConnectionException(Failure.builder("POST").outcome(WriteOutcome.IN_DOUBT).build());
 *         };
 *     }
 * }
 * }</pre>
 *
 * <p>No method calls another method of this class. A subclass that overrides {@link #create}, {@link #update} or {@link
 * #delete} may therefore also need to override {@link #prepare}, {@link #prepareUpdate} or {@link #prepareDelete}.
 * Thread-safe if the other tracker is.
 */
public abstract class ForwardingTimeTracker implements TimeTracker {
    private final TimeTracker delegate;

    /** Creates a tracker that forwards its calls to {@code delegate}. */
    protected ForwardingTimeTracker(TimeTracker delegate) {
        this.delegate = delegate;
    }

    /** Returns the tracker to which calls are forwarded. */
    protected final TimeTracker delegate() {
        return delegate;
    }

    @Override
    public Account account() {
        return delegate.account();
    }

    @Override
    public Capabilities capabilities() {
        return delegate.capabilities();
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return delegate.list(query);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        return delegate.get(id);
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return delegate.create(entry);
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        return delegate.prepare(entry);
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        delegate.update(id, update);
    }

    @Override
    public PreparedUpdate prepareUpdate(TimeEntryId id) {
        return delegate.prepareUpdate(id);
    }

    @Override
    public void delete(TimeEntryId id) {
        delegate.delete(id);
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        return delegate.prepareDelete(id);
    }

    @Override
    public Optional<Directory> directory() {
        return delegate.directory();
    }

    @Override
    public OptionalLong count(TimeEntryQuery query) {
        return delegate.count(query);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return delegate.total(query);
    }

    @Override
    public Optional<Instant> serverTime() {
        return delegate.serverTime();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
