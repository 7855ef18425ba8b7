package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A service in memory: its rows, and what it makes of what it is sent. */
final class FakeService {
    static final String OWNER = "1";

    final Profiles profile;
    final Account account;
    final Capabilities capabilities;
    final FakeTiming timing;

    private final Map<Long, TimeEntry> rows = new TreeMap<>();
    private final List<Late> late = new ArrayList<>();
    private long lastId = 1000;

    /** What the service does to a row before it stores it. */
    UnaryOperator<TimeEntry> storing = row -> row;

    private record Late(long due, TimeEntry row) {}

    FakeService(Profiles profile, FakeTiming timing) {
        this(profile, profile.capabilities(), timing);
    }

    FakeService(Profiles profile, Capabilities capabilities, FakeTiming timing) {
        this.profile = profile;
        this.account = Account.of(Service.of(profile.name().toLowerCase(Locale.ROOT)), "fake");
        this.capabilities = capabilities;
        this.timing = timing;
    }

    synchronized Collection<TimeEntry> rows() {
        arrive();
        return List.copyOf(rows.values());
    }

    private void arrive() {
        late.removeIf(one -> {
            boolean due = one.due <= timing.nanoTime();
            if (due) {
                put(one.row);
            }
            return due;
        });
    }

    private void put(TimeEntry row) {
        rows.put(Long.parseLong(row.id().id()), row);
    }

    synchronized TimeEntryId nextId() {
        return TimeEntryId.of(account, Long.toString(++lastId));
    }

    /** Stores what a client sent. */
    synchronized TimeEntry commit(NewTimeEntry entry, String owner) {
        TimeEntry row = stored(entry, owner);
        put(row);
        return row;
    }

    /** Stores it some time later. */
    synchronized void commitLater(NewTimeEntry entry, String owner, Duration delay) {
        late.add(new Late(timing.nanoTime() + delay.toNanos(), stored(entry, owner)));
    }

    /** Puts a row there as it is. */
    synchronized TimeEntry add(TimeEntry row) {
        put(row);
        lastId = Math.max(lastId, Long.parseLong(row.id().id()));
        return row;
    }

    synchronized void remove(TimeEntryId id) {
        rows.remove(Long.parseLong(id.id()));
    }

    private TimeEntry stored(NewTimeEntry entry, String owner) {
        TimeEntry.Builder row = TimeEntry.builder()
                .id(nextId())
                .workTime(stored(entry.workTime()))
                .person(PersonRef.of(account, entry.person().map(PersonRef::id).orElse(owner)))
                .note(entry.note())
                .billable(entry.billable())
                .tags(entry.tags());
        entry.activity().ifPresent(row::activity);
        if (capabilities.placement() != Placement.TASK) {
            entry.project().ifPresent(row::project);
        }
        entry.task().ifPresent(task -> {
            row.task(task);
            if (capabilities.placement() == Placement.PROJECT_OR_TASK) {
                row.project(ProjectRef.of(account, "of-" + task.id()));
            }
        });
        return storing.apply(row.build());
    }

    private WorkTime stored(WorkTime time) {
        if (!(time instanceof WorkTime.Interval interval) || capabilities.startForm() == StartForm.NONE) {
            return WorkTime.on(time.localDate(), time.duration());
        }
        OffsetDateTime start = interval.start().truncatedTo(ChronoUnit.MINUTES);
        if (capabilities.startForm() == StartForm.WALL_CLOCK) {
            LocalDateTime wall = start.toLocalDateTime();
            start = wall.atZone(capabilities.zone().orElseThrow()).toOffsetDateTime();
        }
        return WorkTime.from(start, interval.duration());
    }

    boolean can(EntryField field) {
        return capabilities.writable().contains(field);
    }

    PersonRef person(String id) {
        return PersonRef.of(account, id);
    }

    ProjectRef project(String id) {
        return ProjectRef.of(account, id);
    }

    TaskRef task(String id) {
        return TaskRef.of(account, id);
    }
}
