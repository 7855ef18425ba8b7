package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.ClockChanges;
import dev.hourbridge.simulators.internal.SeedEntries;
import dev.hourbridge.simulators.internal.SeedNotes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Random;

/**
 * Generates entries.
 *
 * <p>Entries cover all people, active projects and tasks. The first ones are on days when clocks change. One in 20 is a
 * duplicate, one in 5 has no start, one in 10 has an invoice, and one in 50 is deleted.
 */
final class TeamworkSeed {
    private final Random random;
    private final Year year;
    private final List<LocalDate> clockChanges;
    private final TeamworkAccount account;
    private final List<Long> people;
    private final List<TeamworkItems.Project> projects;
    private final List<TeamworkItems.Task> tasks;

    TeamworkSeed(long seed, Year year, TeamworkAccount account) {
        this.random = new Random(seed);
        this.year = year;
        this.clockChanges = ClockChanges.all(year);
        this.account = account;
        this.people = List.copyOf(account.people.keySet());
        this.projects = account.projects.values().stream()
                .filter(TeamworkItems.Project::active)
                .toList();
        this.tasks = List.copyOf(account.tasks.values());
    }

    /** Returns entries for the year, in storage order. */
    List<StoredTeamworkEntry> entries(int count) {
        return SeedEntries.of(random, count, 0, this::entry);
    }

    private StoredTeamworkEntry entry(int index) {
        LocalDate day =
                index < clockChanges.size() ? clockChanges.get(index) : year.atDay(1 + random.nextInt(year.length()));
        boolean timed = random.nextInt(5) > 0;
        Instant date = (timed ? day.atTime(random.nextInt(24), random.nextInt(60)) : day.atStartOfDay())
                .atZone(account.zone)
                .toInstant();
        TeamworkItems.Task task = random.nextInt(3) == 0 ? null : pick(tasks);
        long project =
                task == null ? pick(projects).id() : task.list().project().id();
        StoredTeamworkEntry.Builder entry = StoredTeamworkEntry.builder(
                        pick(people), project, date, 1 + random.nextInt(600))
                .hasStartTime(timed)
                .billable(random.nextBoolean())
                .invoiceNo(random.nextInt(10) == 0 ? "INV-" + random.nextInt(40) : "")
                .tags(tags())
                .deleted(random.nextInt(50) == 0)
                .description(index < SeedNotes.count() ? SeedNotes.get(index) : SeedNotes.any(random));
        if (task != null) {
            entry.taskId(task.id());
        }
        return entry.build();
    }

    /** Returns tags; none for half of the entries. */
    private List<String> tags() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of("tag1");
            case 1 -> List.of("tag2", "\u00fcber & out");
            default -> List.of();
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
