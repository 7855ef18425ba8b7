package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Failure;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageSource;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PreparedCreate;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A client of a {@link FakeService}, as strict as the real ones are. */
final class FakeTracker implements TimeTracker {
    private static final int PAGE_SIZE = 50;

    private final FakeService service;
    private final String owner;

    /** Whom the client was told to be the owner of its credentials. */
    String toldOwner;

    final AtomicInteger posts = new AtomicInteger();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger deletes = new AtomicInteger();

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
        this.service = service;
        this.owner = owner;
        this.toldOwner = owner;
        this.answer = (number, entry) -> commit(entry);
    }

    TimeEntryId commit(NewTimeEntry entry) {
        return service.commit(entry, owner).id();
    }

    void commitLater(NewTimeEntry entry, Duration delay) {
        service.commitLater(entry, owner, delay);
    }

    @Override
    public Account account() {
        return service.account;
    }

    @Override
    public Capabilities capabilities() {
        return service.capabilities.writesForOthers()
                ? service.capabilities
                : service.capabilities.toBuilder().owner(toldOwner).build();
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return Pager.of(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
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
    public TimeEntry get(TimeEntryId id) {
        return service.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new NotFoundException(Failure.builder("GET").status(404).build()));
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return prepare(entry).send();
    }

    @Override
    public PreparedCreate prepare(NewTimeEntry entry) {
        check(entry);
        return () -> answer.to(posts.incrementAndGet(), entry);
    }

    private void check(NewTimeEntry entry) {
        refuse(entry.person().isPresent() && !service.can(EntryField.PERSON), "person");
        refuse(entry.activity().isPresent() && !service.can(EntryField.ACTIVITY), "activity");
        refuse(entry.billable() != Billable.UNSPECIFIED && !service.can(EntryField.BILLABLE), "billable");
        refuse(!entry.tags().isEmpty() && !service.can(EntryField.TAGS), "tags");
        refuse(entry.project().isPresent() && service.capabilities.placement() == Placement.TASK, "project");
        refuse(entry.note().isBlank() && service.capabilities.required().contains(EntryField.NOTE), "note");
        refuse(entry.note().length() > service.capabilities.maxNoteLength().orElse(Integer.MAX_VALUE), "note");
        long unit = service.capabilities.durationUnit().toSeconds();
        refuse(entry.workTime().duration().toSeconds() % unit != 0, "duration");
        boolean started = entry.workTime() instanceof dev.hourbridge.model.WorkTime.Interval;
        refuse(started && !service.can(EntryField.START), "start");
        refuse(!started && service.capabilities.required().contains(EntryField.START), "start");
    }

    private static void refuse(boolean wrong, String field) {
        if (wrong) {
            throw new InvalidInputException(field, "a value that the fake does not take", "give another");
        }
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(TimeEntryId id) {
        get(id);
        deletes.incrementAndGet();
        service.remove(id);
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        if (service.capabilities.total() == TotalKind.NONE) {
            return Optional.empty();
        }
        return Optional.of(service.rows().stream()
                .filter(query::matches)
                .map(row -> row.workTime().duration())
                .reduce(Duration.ZERO, Duration::plus));
    }

    @Override
    public void close() {}
}
