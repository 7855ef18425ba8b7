package dev.hourbridge.benchmarks.growth;

import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.Failure;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory service with Codebase's capabilities. It uses 12 bytes per entry and finds the entries of a day without
 * reading the others. {@link dev.hourbridge.conformance.InMemoryTimeTracker} uses 400 bytes per entry and reads all of
 * them for each page. Thread-safe.
 */
final class PackedTracker implements TimeTracker {
    private static final int PAGE_SIZE = 500;
    private static final long DELETED = -1;

    private final Account account;
    private final Capabilities capabilities = SampleCapabilities.codebase();
    private final List<Numbers> days = new ArrayList<>();
    private long[] entries = new long[1024];
    private int count;

    PackedTracker(String name) {
        account = Account.of(Service.of("memory"), name);
    }

    /** Adds an entry, whose id is the last id plus one. */
    synchronized TimeEntryId add(PackedEntry entry) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, count * 2);
        }
        entries[count] = entry.pack();
        while (days.size() <= entry.day()) {
            days.add(new Numbers());
        }
        days.get(entry.day()).add(count);
        return TimeEntryId.of(account, Integer.toString(++count));
    }

    /** Changes the note of an entry. */
    synchronized void revise(int id, int revision) {
        entries[id - 1] =
                PackedEntry.unpack(entries[id - 1]).withRevision(revision).pack();
    }

    /** Returns the number of entries added. */
    synchronized int count() {
        return count;
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
        return Pagers.scoped(Pagers.paged(new DayPages(query)), account + " " + query);
    }

    @Override
    public synchronized TimeEntry get(TimeEntryId id) {
        int index = index(id);
        return PackedEntry.unpack(entries[index]).entry(account, index + 1);
    }

    private int index(TimeEntryId id) {
        int index = Integer.parseInt(id.id()) - 1;
        if (index >= count || entries[index] == DELETED) {
            throw new NotFoundException(Failure.builder("There is no entry with this id.")
                    .status(404)
                    .build());
        }
        return index;
    }

    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        return add(PackedEntry.of(entry));
    }

    /** Changes the note. No other change is supported. */
    @Override
    public synchronized void update(TimeEntryId id, TimeEntryUpdate update) {
        int index = index(id);
        String note = update.note().value().orElseThrow();
        entries[index] = PackedEntry.unpack(entries[index]).withNote(note).pack();
    }

    @Override
    public synchronized void delete(TimeEntryId id) {
        entries[index(id)] = DELETED;
    }

    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.empty();
    }

    @Override
    public void close() {}

    /** The matching entries, day by day. A token contains a day and a position in it. */
    private final class DayPages implements PageSource<TimeEntry> {
        private final TimeEntryQuery query;

        DayPages(TimeEntryQuery query) {
            this.query = query;
        }

        @Override
        public String key(TimeEntry entry) {
            return entry.id().id();
        }

        @Override
        public Page<TimeEntry> fetch(@Nullable PageToken token) {
            String[] position =
                    token == null ? new String[] {"0", "0"} : token.toString().split("[.]", 2);
            int day = Math.max(Integer.parseInt(position[0]), day(query.firstDay(), 0));
            int from = Integer.parseInt(position[1]);
            List<TimeEntry> page = new ArrayList<>(PAGE_SIZE);
            synchronized (PackedTracker.this) {
                for (int end = Math.min(days.size() - 1, day(query.lastDay(), Integer.MAX_VALUE)); day <= end; day++) {
                    Numbers ids = days.get(day);
                    for (int i = from; i < ids.size(); i++) {
                        if (page.size() == PAGE_SIZE) {
                            return Page.of(page, PageToken.parse(day + "." + i));
                        }
                        addIfMatching(page, ids.get(i));
                    }
                    from = 0;
                }
            }
            return Page.of(page, null);
        }

        private void addIfMatching(List<TimeEntry> page, int index) {
            if (entries[index] != DELETED) {
                PackedEntry packed = PackedEntry.unpack(entries[index]);
                boolean isOfPerson = query.person()
                        .map(ref -> Integer.parseInt(ref.id()) == packed.person())
                        .orElse(true);
                TimeEntry entry = isOfPerson ? packed.entry(account, index + 1) : null;
                if (entry != null && query.matches(entry)) {
                    page.add(entry);
                }
            }
        }

        private static int day(Optional<LocalDate> day, int other) {
            return day.map(date -> (int) Math.max(0, date.toEpochDay() - PackedEntry.FIRST_DAY.toEpochDay()))
                    .orElse(other);
        }
    }
}
