package dev.hourbridge.migration.concurrent;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a source, and what of them must be on a target, worked out without the engine. */
final class Rows {
    private Rows() {}

    /** A service in memory whose ids begin after a number, so that no id of one is an id of the other. */
    static InMemoryTimeTracker service(Profiles profile, String name, Clock stamps, int lastId) {
        Account account = Account.of(Service.of(profile.name().toLowerCase(Locale.ROOT)), name);
        return service(account, profile.capabilities(), stamps, lastId);
    }

    /** Another account of the same service. */
    static InMemoryTimeTracker service(InMemoryTimeTracker like, String name, Clock stamps, int lastId) {
        return service(Account.of(like.account().service(), name), like.capabilities(), stamps, lastId);
    }

    /** The same account, once everything in it is lost. */
    static InMemoryTimeTracker emptied(InMemoryTimeTracker like, Clock stamps) {
        return service(like.account(), like.capabilities(), stamps, 90_000);
    }

    private static InMemoryTimeTracker service(Account account, Capabilities capabilities, Clock stamps, int lastId) {
        InMemoryTimeTracker service = InMemoryTimeTracker.builder(account, capabilities)
                .owner(Scene.OWNER)
                .clock(stamps)
                .pageSize(10)
                .projectOfTask(task -> "of-" + task)
                .build();
        TimeEntryId last = TimeEntryId.of(account, Integer.toString(lastId + 1000));
        service.put(TimeEntry.builder()
                .id(last)
                .workTime(WorkTime.on(Scene.FIRST, Duration.ZERO))
                .build());
        service.remove(last);
        return service;
    }

    /** An entry with everything that the source can hold; odd numbers are of person 1 and on project 11. */
    static TimeEntry entry(InMemoryTimeTracker source, int number, LocalDate day, int minutes, String note) {
        Account account = source.account();
        Capabilities capabilities = source.capabilities();
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(source.newId())
                .person(PersonRef.of(account, number % 2 == 0 ? "2" : "1"))
                .workTime(workTime(capabilities, day, number, minutes))
                .note(note);
        if (capabilities.placement() == Placement.TASK) {
            entry.task(TaskRef.of(account, "20"));
        } else {
            entry.project(ProjectRef.of(account, number % 2 == 0 ? "10" : "11"));
        }
        if (capabilities.writable().contains(EntryField.ACTIVITY)) {
            entry.activity(ActivityRef.of(account, "30"));
        }
        if (capabilities.writable().contains(EntryField.BILLABLE)) {
            entry.billable(Billable.NO).tags(List.of("a", "b"));
        }
        return entry.build();
    }

    private static WorkTime workTime(Capabilities capabilities, LocalDate day, int number, int minutes) {
        Duration duration = Duration.ofMinutes(minutes);
        if (capabilities.startForm() == StartForm.NONE) {
            return WorkTime.on(day, duration);
        }
        ZoneId zone = capabilities.zone().orElse(Profiles.TEAMWORK_ZONE);
        return WorkTime.from(
                day.atTime(8 + number % 4, number % 60).atZone(zone).toOffsetDateTime(), duration);
    }

    /** A row of another account as it would be in this one. */
    static TimeEntry of(Account account, TimeEntry row) {
        TimeEntry.Builder own =
                row.toBuilder().id(TimeEntryId.of(account, row.id().id()));
        row.person().ifPresent(ref -> own.person(PersonRef.of(account, ref.id())));
        row.project().ifPresent(ref -> own.project(ProjectRef.of(account, ref.id())));
        row.task().ifPresent(ref -> own.task(TaskRef.of(account, ref.id())));
        row.activity().ifPresent(ref -> own.activity(ActivityRef.of(account, ref.id())));
        return own.build();
    }

    /** What must be on the target: each row in one line, with how often it is to be there. */
    static Map<String, Integer> expected(InMemoryTimeTracker source, InMemoryTimeTracker target) {
        return count(planned(source, target).values().stream());
    }

    /** What must be on the target, by the id of the source's entry. */
    static Map<TimeEntryId, String> planned(InMemoryTimeTracker source, InMemoryTimeTracker target) {
        return source.entries().stream()
                .filter(entry -> !entry.deleted())
                .collect(Collectors.toMap(
                        TimeEntry::id,
                        entry -> line(entry, mapped(entry, target.capabilities().placement()))));
    }

    /** The place by the mapping of a {@link Scene}. */
    private static String mapped(TimeEntry entry, Placement target) {
        boolean isDefault = target == Placement.TASK && entry.task().isEmpty();
        return isDefault ? "199" : "1" + place(entry);
    }

    static Map<String, Integer> count(Stream<String> lines) {
        Map<String, Integer> count = new TreeMap<>();
        lines.forEach(line -> count.merge(line, 1, Integer::sum));
        return count;
    }

    /** A row of the target in one line. */
    static String line(TimeEntry row) {
        return line(row, place(row));
    }

    private static String line(TimeEntry row, String place) {
        return row.workTime().localDate() + " " + row.workTime().duration() + " "
                + row.person().map(PersonRef::id).orElse("-") + " " + place + " " + Script.firstLine(row.note());
    }

    private static String place(TimeEntry row) {
        return row.task()
                .map(TaskRef::id)
                .or(() -> row.project().map(ProjectRef::id))
                .orElse("-");
    }
}
