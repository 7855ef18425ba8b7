package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two services, a mapping between them and a ledger: what most tests begin with. */
final class World {
    /** No machine stops in these tests, so nothing needs to wait for the disk. */
    static final LedgerWriteHook QUICK = new QuickWriteHook();

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    final FakeTime time = new FakeTime();
    final FakeService from;
    final FakeService to;
    final Path ledger;
    FakeTracker source;
    FakeTracker target;
    Mapping mapping = Mapping.builder()
            .people(Map.of("1", "1", "2", "2"))
            .projects(Map.of("10", "110", "11", "111"))
            .tasks(Map.of("20", "120"))
            .activities(Map.of("30", "130"))
            .defaultTask("199")
            .defaultActivity("Work")
            .defaultProject("119")
            .defaultNote("(no note)")
            .build();
    Policy policy =
            Policy.builder().startPolicy(LocalTime.of(9, 0)).parallelism(1).build();

    World(Profiles from, Profiles to, Path directory) {
        this.from = new FakeService(from, time);
        this.to = new FakeService(to, time);
        this.ledger = directory.resolve("ledger.db");
        this.source = new FakeTracker(this.from);
        this.target = new FakeTracker(this.to);
    }

    /** A migration as a process of its own would build it. */
    Migration migration() {
        return builder().build();
    }

    MigrationBuilder builder() {
        return Migration.builder()
                .source(source)
                .target(target)
                .range(FIRST, LAST)
                .mapping(mapping)
                .policy(policy)
                .ledger(ledger)
                .stateDirectory(stateDirectory())
                .clock(time.clock())
                .sleeper(time)
                .hook(QUICK);
    }

    /** The state directory of a user of this test alone. */
    Path stateDirectory() {
        return ledger.resolveSibling("state");
    }

    /** New clients of the same services, as a new process would have them. */
    void restart() {
        source = new FakeTracker(from);
        target = new FakeTracker(to);
    }

    /** An entry of the source with everything that the service can hold. */
    TimeEntry entry(int number, LocalDate day, int minutes, String note) {
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(from.nextId())
                .person(from.person("1"))
                .workTime(workTime(day, number, minutes))
                .note(note);
        switch (from.capabilities.placement()) {
            case TASK -> entry.task(from.task("20"));
            case PROJECT_OR_TASK, PROJECT_WITH_TASK -> entry.project(from.project(number % 2 == 0 ? "10" : "11"));
        }
        if (from.can(EntryField.ACTIVITY)) {
            entry.activity(ActivityRef.of(from.account, "30"));
        }
        if (from.can(EntryField.BILLABLE)) {
            entry.billable(number % 3 == 0 ? Billable.YES : Billable.NO).tags(List.of("a", "b"));
        }
        return entry.build();
    }

    private WorkTime workTime(LocalDate day, int number, int minutes) {
        if (from.capabilities.startForm() == StartForm.NONE) {
            return WorkTime.on(day, Duration.ofMinutes(minutes));
        }
        ZoneId zone = from.capabilities.zone().orElse(Profiles.TEAMWORK_ZONE);
        return WorkTime.from(
                day.atTime(8 + number % 4, number % 60).atZone(zone).toOffsetDateTime(), Duration.ofMinutes(minutes));
    }

    /** Puts some entries at the source; every seventh is the twin of the one before. */
    World seed(int entries) {
        int twin = -1;
        for (int i = 0; i < entries; i++) {
            int number = i % 7 == 6 ? twin : i;
            twin = number;
            from.add(entry(number, FIRST.plusDays(number * 3L % 360), 15 + number % 50, "work " + number));
        }
        return this;
    }

    /** What must be on the target, worked out without the engine. */
    Map<String, Integer> expected() {
        Map<String, Integer> rows = new TreeMap<>();
        from.rows().forEach(row -> rows.merge(key(row), 1, Integer::sum));
        return rows;
    }

    Map<String, Integer> onTarget() {
        Map<String, Integer> rows = new TreeMap<>();
        to.rows().forEach(row -> rows.merge(key(row), 1, Integer::sum));
        return rows;
    }

    private static String key(TimeEntry row) {
        String note = row.note().lines().findFirst().orElse("");
        return row.workTime().localDate() + " " + row.workTime().duration() + " " + note;
    }
}
