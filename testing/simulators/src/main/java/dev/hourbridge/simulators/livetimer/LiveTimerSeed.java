package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.ClockChanges;
import dev.hourbridge.simulators.internal.SeedEntries;
import dev.hourbridge.simulators.internal.SeedNotes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/**
 * Generates entries. The first 16 cover all special kinds, so a small number is sufficient.
 *
 * <p>The special kinds: work across the change to and from daylight saving time, the hour that exists twice, work
 * across midnight, an offset from another part of the world, a duration without a start, and a duplicate.
 */
final class LiveTimerSeed {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long[] PROJECTS = {28, 29, 30, 31};
    private static final long[] TASKS = {40, 41, 43};
    private static final long[] ACTIVITIES = {16, 17};
    private static final int SPECIAL = 16;

    private final Random random;
    private final Year year;
    private final LocalDate springForward;
    private final LocalDate fallBack;
    private final List<Long> users;

    LiveTimerSeed(long seed, Year year, List<Long> users) {
        this.random = new Random(seed);
        this.year = year;
        this.springForward = ClockChanges.americanSpring(year);
        this.fallBack = ClockChanges.americanAutumn(year);
        this.users = users;
    }

    /** Returns entries for the year, in storage order. */
    List<StoredLiveTimerEntry> entries(int count) {
        return SeedEntries.of(random, count, SPECIAL, this::entry);
    }

    /** Creates the entry at this position. */
    private StoredLiveTimerEntry entry(int index) {
        int kind = index < SPECIAL ? index : random.nextInt(40);
        StoredLiveTimerEntry.Builder entry = switch (kind) {
            case 0 -> startEnd(springForward.atTime(1, 30), 60 + random.nextInt(60));
            case 1 -> durationOnly(springForward);
            case 2 -> startEnd(fallBack.atTime(0, 45), 30 + random.nextInt(90));
            case 3 -> secondOneOClock();
            case 4 -> durationOnly(fallBack);
            case 5, 6 -> startEnd(anyDay().atTime(22, random.nextInt(60)), 150 + random.nextInt(120));
            case 7 -> foreignOffset();
            default ->
                random.nextBoolean()
                        ? durationOnly(anyDay())
                        : startEnd(
                                anyDay().atTime(LocalTime.of(7 + random.nextInt(11), random.nextInt(60))),
                                1 + random.nextInt(480));
        };
        classify(entry, kind);
        return entry.note(index < SeedNotes.count() ? SeedNotes.get(index) : SeedNotes.any(random))
                .build();
    }

    /**
     * Sets the items of an entry. A third are on a project, a third on a task, and the others are unclassified. Most
     * have an activity.
     */
    private void classify(StoredLiveTimerEntry.Builder entry, int kind) {
        switch (kind % 3) {
            case 0 -> entry.projectId(PROJECTS[random.nextInt(PROJECTS.length)]);
            case 1 -> entry.taskId(TASKS[random.nextInt(TASKS.length)]);
            default -> {}
        }
        if (kind % 4 != 3) {
            entry.activityId(ACTIVITIES[random.nextInt(ACTIVITIES.length)]);
        }
    }

    private LocalDate anyDay() {
        return year.atDay(1 + random.nextInt(year.length()));
    }

    private long anyUser() {
        return users.get(random.nextInt(users.size()));
    }

    private StoredLiveTimerEntry.Builder durationOnly(LocalDate day) {
        return StoredLiveTimerEntry.durationOnly(anyUser(), day, 1 + random.nextInt(480));
    }

    private StoredLiveTimerEntry.Builder startEnd(LocalDateTime local, int minutes) {
        return startEnd(local.atZone(NEW_YORK), minutes);
    }

    private StoredLiveTimerEntry.Builder startEnd(ZonedDateTime start, int minutes) {
        return StoredLiveTimerEntry.startEnd(
                anyUser(), start.toOffsetDateTime(), start.plusMinutes(minutes).toOffsetDateTime());
    }

    /** Returns the second 1:15 in the night when the clocks are set back. */
    private StoredLiveTimerEntry.Builder secondOneOClock() {
        return startEnd(fallBack.atTime(1, 15).atZone(NEW_YORK).withLaterOffsetAtOverlap(), 30);
    }

    /** Returns an early morning in Tokyo, which is the previous day in UTC and in New York. */
    private StoredLiveTimerEntry.Builder foreignOffset() {
        OffsetDateTime start =
                anyDay().atTime(6, 30).atZone(ZoneId.of("Asia/Tokyo")).toOffsetDateTime();
        return StoredLiveTimerEntry.startEnd(anyUser(), start, start.plusMinutes(45));
    }
}
