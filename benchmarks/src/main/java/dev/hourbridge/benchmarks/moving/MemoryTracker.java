package dev.hourbridge.benchmarks.moving;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Failure;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageSource;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service in memory. */
final class MemoryTracker implements TimeTracker {
    private static final int PAGE_SIZE = 500;
    private static final Set<EntryField> FIELDS =
            Set.of(EntryField.PERSON, EntryField.PROJECT, EntryField.NOTE, EntryField.DATE, EntryField.DURATION);

    private final Account account;
    private final List<TimeEntry> entries = new ArrayList<>();

    MemoryTracker(String name) {
        account = Account.of(Service.of("memory"), name);
    }

    /** Adds so many entries, a dozen a day. */
    void fill(int count, LocalDate first) {
        for (int i = 0; i < count; i++) {
            create(NewTimeEntry.of(WorkTime.on(first.plusDays(i / 12), Duration.ofMinutes(1 + i % 480)))
                    .person(PersonRef.of(account, Integer.toString(1 + i % 30)))
                    .project(ProjectRef.of(account, Integer.toString(1 + i % 20)))
                    .note("work number " + i)
                    .build());
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.builder()
                .readable(FIELDS)
                .writable(FIELDS)
                .required(Set.of(EntryField.PROJECT, EntryField.DATE, EntryField.DURATION))
                .filterable(Set.of(EntryField.PERSON, EntryField.PROJECT, EntryField.DATE))
                .writesForOthers(true)
                .placement(Capabilities.Placement.PROJECT_WITH_TASK)
                .startForm(Capabilities.StartForm.NONE)
                .durationUnit(Duration.ofMinutes(1))
                .build();
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        return Pager.of(new PageSource<TimeEntry>() {
            @Override
            public Page<TimeEntry> fetch(@Nullable PageToken token) {
                int from = token == null ? 0 : Integer.parseInt(token.toString());
                List<TimeEntry> page = new ArrayList<>();
                synchronized (entries) {
                    int i = from;
                    for (; i < entries.size() && page.size() < PAGE_SIZE; i++) {
                        if (query.matches(entries.get(i))) {
                            page.add(entries.get(i));
                        }
                    }
                    return Page.of(page, i < entries.size() ? PageToken.parse(Integer.toString(i)) : null);
                }
            }

            @Override
            public String key(TimeEntry entry) {
                return entry.id().id();
            }
        });
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        synchronized (entries) {
            TimeEntryId id = TimeEntryId.of(account, Integer.toString(entries.size() + 1));
            TimeEntry.Builder created =
                    TimeEntry.builder().id(id).workTime(entry.workTime()).note(entry.note());
            entry.person().ifPresent(created::person);
            entry.project().ifPresent(created::project);
            entries.add(created.build());
            return id;
        }
    }

    @Override
    public TimeEntry get(TimeEntryId id) {
        synchronized (entries) {
            return entries.get(Integer.parseInt(id.id()) - 1);
        }
    }

    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(TimeEntryId id) {
        throw new NotFoundException(Failure.builder("DELETE").build());
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
