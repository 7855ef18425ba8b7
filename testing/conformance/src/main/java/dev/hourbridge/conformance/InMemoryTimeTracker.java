package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An in-memory service and its client. It is as strict as its {@link Capabilities} state, and injects no faults. Use it
 * to test code that works with a {@link TimeTracker}. To add faults, wrap it in a {@link ForwardingTimeTracker}.
 *
 * <pre>{@code
 * Account acme = Account.of(Service.of("livetimer"), "acme");
 * InMemoryTimeTracker tracker =
 *         InMemoryTimeTracker.builder(acme, SampleCapabilities.liveTimer()).owner("25").build();
 * TimeEntryId id = tracker.create(NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(2)))
 *         .person(PersonRef.of(acme, "25"))
 *         .note("Phone call")
 *         .build());
 *
 * // Another user changes it, without going through the client.
 * tracker.put(tracker.get(id).toBuilder().note("Phone calls").build());
 * }</pre>
 *
 * <p>As in most services, the pages of a list are determined by position: if an entry is deleted while a list is being
 * read, later entries move forward and may move to the previous page. Ids are numbers, each used once. Entries that are
 * {@linkplain TimeEntry#deleted() marked as deleted} are listed as such and excluded from totals. The tracker passes
 * {@link TimeTrackerConformance}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryTimeTracker implements TimeTracker {
    private final EntryStore store;
    private final Account account;
    private final Capabilities ownerless;
    private final Capabilities capabilities;
    private final String owner;
    private final int pageSize;
    private final Clock clock;
    private final WriteRules rules;
    private final StoredForm form;
    private final Optional<Directory> directory;

    InMemoryTimeTracker(InMemoryTimeTrackerBuilder builder) {
        this.store = builder.store;
        this.account = builder.account;
        this.owner = builder.owner;
        this.pageSize = builder.pageSize;
        this.clock = builder.clock;
        this.ownerless = builder.capabilities;
        this.capabilities =
                builder.knowsOwner ? ownerless.toBuilder().owner(owner).build() : ownerless;
        this.directory = Optional.ofNullable(builder.directory);
        this.rules = new WriteRules(account, capabilities);
        this.form = new StoredForm(account, capabilities, builder.projectOfTask);
    }

    /**
     * Returns a builder for a service without entries.
     *
     * @param account the account to which ids and references belong
     * @param capabilities the capabilities of the service, without an owner; set the owner with {@link
     *     InMemoryTimeTrackerBuilder#owner}
     */
    public static InMemoryTimeTrackerBuilder builder(Account account, Capabilities capabilities) {
        return new InMemoryTimeTrackerBuilder(account, capabilities, new EntryStore());
    }

    /**
     * Returns a builder for additional clients of the same service, with the settings of this client. The clients share
     * the entries.
     */
    public InMemoryTimeTrackerBuilder sameService() {
        InMemoryTimeTrackerBuilder same = new InMemoryTimeTrackerBuilder(account, ownerless, store);
        directory.ifPresent(same::directory);
        return same.owner(owner).pageSize(pageSize).clock(clock).projectOfTask(form.projectOfTask());
    }

    /** Returns all entries in the order of their creation, including those marked as deleted. Does not count as a request. */
    public List<TimeEntry> entries() {
        return store.all();
    }

    /**
     * Stores an entry unchanged, as another user or the service itself might. Replaces an entry with the same id.
     * Checks nothing and does not count as a request.
     *
     * @return the entry
     */
    public TimeEntry put(TimeEntry entry) {
        store.put(entry);
        return entry;
    }

    /** Removes an entry, as another user might. Does nothing if there is no such entry. Does not count as a request. */
    public void remove(TimeEntryId id) {
        store.remove(id);
    }

    /** Returns an id that no entry has or had. Does not count as a request. */
    public TimeEntryId newId() {
        return store.newId(account);
    }

    /**
     * Returns the number of requests that all clients of the service have made. Each page of a list counts as one
     * request.
     */
    public long requests() {
        return store.requests();
    }

    /** Returns the number of create requests. */
    public long creates() {
        return store.creates();
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        rules.check(query);
        StorePages pages = new StorePages(store, query, pageSize, capabilities.announcesCount());
        return Pagers.scoped(Pagers.paged(pages), account + " " + query);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        rules.check(id);
        store.countRequest();
        return store.get(id);
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return prepare(entry).send();
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        rules.check(entry);
        return () -> {
            store.countCreate();
            Instant now = clock.instant();
            TimeEntry.Builder stored = form.of(entry, owner)
                    .id(newId())
                    .audit(Audit.builder().createdAt(now).updatedAt(now).build());
            return put(stored.build()).id();
        };
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        rules.check(id);
        rules.check(update);
        store.update(
                id,
                entry -> form.updated(entry, update)
                        .audit(entry.audit().toBuilder()
                                .updatedAt(clock.instant())
                                .build())
                        .build());
    }

    @Override
    public void delete(TimeEntryId id) {
        rules.checkWrite();
        rules.check(id);
        store.countRequest();
        store.delete(id);
    }

    @Override
    public Optional<Directory> directory() {
        return directory;
    }

    @Override
    public OptionalLong count(TimeEntryQuery query) {
        rules.check(query);
        if (!capabilities.announcesCount() || query.updatedSince().isPresent()) {
            return OptionalLong.empty();
        }
        store.countRequest();
        return OptionalLong.of(store.all().stream()
                .filter(entry -> query.matches(form.summed(entry)))
                .count());
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        rules.check(query);
        if (capabilities.total() == TotalKind.NONE || query.updatedSince().isPresent()) {
            return Optional.empty();
        }
        store.countRequest();
        return Optional.of(store.all().stream()
                .filter(entry -> !entry.deleted() && query.matches(form.summed(entry)))
                .map(entry -> entry.workTime().duration())
                .reduce(Duration.ZERO, Duration::plus));
    }

    @Override
    public Optional<Instant> serverTime() {
        return Optional.of(clock.instant());
    }

    /** Does nothing. The entries remain, and every method still works. */
    @Override
    public void close() {}
}
