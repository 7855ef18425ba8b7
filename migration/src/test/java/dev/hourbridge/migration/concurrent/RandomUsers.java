package dev.hourbridge.migration.concurrent;

import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Other users of the target who create, edit, delete, duplicate and re-create rows, those in doubt among them, a few times
 * in a schedule.
 */
final class RandomUsers {
    /** No rule can recognise a row in which three values differ. */
    private static final int MOST_CHANGES_OF_A_ROW = 2;

    private final Scene scene;
    private final Random random;

    /** What was changed in each row, by the service too. */
    private final Map<TimeEntryId, Set<Change>> changes = new HashMap<>();

    /** Rows that may be deleted next. */
    private final Set<TimeEntryId> untouched = new HashSet<>();

    private int left;
    private int done;
    private boolean paused;

    RandomUsers(Scene scene, Random random, int most) {
        this.scene = scene;
        this.random = random;
        this.left = most;
    }

    /** How often they did something. */
    synchronized int done() {
        return done;
    }

    /** Whether they may do something. */
    synchronized boolean isActive() {
        return !paused;
    }

    /** Lets them do so much more. */
    synchronized void more(int actions) {
        left += actions;
    }

    /** Keeps them from doing anything, or no longer. */
    synchronized void pause(boolean isPaused) {
        paused = isPaused;
    }

    /** Keeps them from editing a row that no rule could recognise afterwards. */
    synchronized void neverEdit(TimeEntry row) {
        changes.put(row.id(), EnumSet.allOf(Change.class));
    }

    /** Notes that the service stored a row with another value. */
    synchronized void changed(TimeEntry row, Change change) {
        changes.computeIfAbsent(row.id(), id -> EnumSet.noneOf(Change.class)).add(change);
    }

    /** Keeps them from doing anything to a row from now on, which is then read. */
    synchronized TimeEntry leave(TimeEntryId id, Supplier<TimeEntry> read) {
        untouched.add(id);
        return read.get();
    }

    /** Maybe does something to some row. */
    synchronized void maybeAct(int percent) {
        if (paused || left == 0 || random.nextInt(100) >= percent) {
            return;
        }
        // No user works on a row in the moment in which it is created.
        Instant now = scene.stamps.instant();
        List<TimeEntry> rows = scene.target.entries().stream()
                .filter(row -> !untouched.contains(row.id()))
                .filter(row -> !row.audit().createdAt().equals(Optional.of(now)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        left--;
        done++;
        // The newest is the one that most is unknown of.
        act(random.nextBoolean() ? rows.get(rows.size() - 1) : rows.get(random.nextInt(rows.size())));
    }

    private void act(TimeEntry row) {
        int dice = random.nextInt(100);
        if (dice < 55) {
            edit(row);
        } else if (dice < 70) {
            tell("enter", scene.others.enter(unlike(row)));
        } else if (dice < 80) {
            tell("delete", row);
            scene.others.delete(row);
        } else if (dice < 90) {
            tell("delete", row);
            tell("and enter again", scene.others.recreate(row));
        } else {
            tell("duplicate", scene.others.enter(row));
        }
    }

    private void edit(TimeEntry row) {
        Change change = Change.any(random);
        Set<Change> before = changes.computeIfAbsent(row.id(), id -> EnumSet.noneOf(Change.class));
        if (!before.contains(change) && before.size() < MOST_CHANGES_OF_A_ROW) {
            before.add(change);
            tell("edit " + change, scene.others.edit(row, change));
        }
    }

    private void tell(String what, TimeEntry row) {
        scene.story.tell("  others " + what + " " + row.id().id() + ": " + Rows.line(row));
    }

    /** A row of a colleague's own work. */
    private TimeEntry unlike(TimeEntry row) {
        Duration duration = Duration.ofMinutes(100 + random.nextInt(100));
        WorkTime time = row.workTime();
        return row.toBuilder()
                .note("a colleague's own work " + random.nextInt(1000))
                .person(PersonRef.of(row.id().account(), Integer.toString(1 + random.nextInt(3) * 4)))
                .workTime(
                        time instanceof WorkTime.Interval interval
                                ? WorkTime.from(interval.start(), duration)
                                : WorkTime.on(time.localDate(), duration))
                .build();
    }
}
