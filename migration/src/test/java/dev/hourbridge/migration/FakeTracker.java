package dev.hourbridge.migration;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.spi.Failure;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A client of a {@link FakeService} that counts its requests, and whose responses a test can change. */
final class FakeTracker extends ForwardingTimeTracker {
    private static final int PAGE_SIZE = 50;

    private final FakeService service;
    private final String owner;

    /** Whom the client was told to be the owner of its credentials. */
    String toldOwner;

    final AtomicInteger posts = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger pages = new AtomicInteger();
    final AtomicInteger gets = new AtomicInteger();
    final AtomicInteger deletes = new AtomicInteger();
    final AtomicInteger updates = new AtomicInteger();
    TimeEntryUpdate lastUpdate = TimeEntryUpdate.builder().build();

    /** What happens to an update; the usual thing is that it is carried out. */
    Consumer<Runnable> updating = Runnable::run;

    /** What happens to a deletion; the usual thing is that it is carried out. */
    Consumer<Runnable> deleting = Runnable::run;

    Runnable beforeGet = () -> {};

    /** The projects that the client lists; none for all. */
    Set<String> listedProjects = Set.of();

    /** What happens to an entry that is read by id. */
    UnaryOperator<TimeEntry> read = row -> row;

    /** Sees which rows are updated and deleted. */
    Consumer<TimeEntryId> touching = id -> {};

    /** Which entries are not found by id. */
    Predicate<TimeEntryId> hidden = id -> false;

    /** What happens to a POST; the usual thing is that it is stored and its id given. */
    Answer answer = (number, entry) -> {
        throw new AssertionError("replaced in the constructor");
    };

    /** What happens to a list on its way. */
    UnaryOperator<List<TimeEntry>> listed = rows -> rows;

    Runnable beforeList = () -> {};

    /** Sees what is asked for, and may refuse it. */
    Consumer<TimeEntryQuery> asked = query -> {};

    /** Answers a POST. */
    interface Answer {
        TimeEntryId to(int number, NewTimeEntry entry);
    }

    FakeTracker(FakeService service) {
        this(service, FakeService.OWNER);
    }

    FakeTracker(FakeService service, String owner) {
        super(service.client(owner));
        this.service = service;
        this.owner = owner;
        this.toldOwner = owner;
        this.answer = (number, entry) -> commit(entry);
    }

    TimeEntryId commit(NewTimeEntry entry) {
        return service.commit(entry, owner).id();
    }

    /** How many requests there were. */
    int requests() {
        return pages.get() + gets.get() + posts.get() + updates.get() + deletes.get();
    }

    void commitLater(NewTimeEntry entry, Duration delay) {
        service.time.after(delay, () -> commit(entry));
    }

    @Override
    public Capabilities capabilities() {
        Capabilities all = service.client(toldOwner).capabilities();
        return listedProjects.isEmpty()
                ? all
                : all.toBuilder().listedProjects(listedProjects).build();
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        super.list(query);
        return Pagers.paged(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
                pages.incrementAndGet();
                if (token == null) {
                    lists.incrementAndGet();
                    beforeList.run();
                    asked.accept(query);
                }
                List<TimeEntry> rows = listed.apply(
                        service.rows().stream().filter(query::matches).toList());
                int from = token == null ? 0 : Integer.parseInt(token.toString());
                int to = Math.min(rows.size(), from + PAGE_SIZE);
                PageToken next = to < rows.size() ? PageToken.parse(Integer.toString(to)) : null;
                return service.capabilities.announcesCount()
                        ? Page.of(rows.subList(from, to), next, rows.size())
                        : Page.of(rows.subList(from, to), next);
            }

            @Override
            public String key(TimeEntry item) {
                return item.id().id();
            }
        });
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return prepare(entry).send();
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        service.client(toldOwner).prepare(entry);
        return () -> answer.to(posts.incrementAndGet(), entry);
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        gets.incrementAndGet();
        beforeGet.run();
        if (hidden.test(id)) {
            throw new NotFoundException(Failure.builder("GET").status(404).build());
        }
        return read.apply(super.get(id));
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        touching.accept(id);
        updates.incrementAndGet();
        lastUpdate = update;
        updating.accept(() -> super.update(id, update));
    }

    @Override
    public PreparedUpdate prepareUpdate(TimeEntryId id) {
        return (current, update) -> update(id, update);
    }

    @Override
    public PreparedDelete prepareDelete(TimeEntryId id) {
        return () -> delete(id);
    }

    @Override
    public void delete(TimeEntryId id) {
        touching.accept(id);
        deletes.incrementAndGet();
        deleting.accept(() -> super.delete(id));
    }
}
