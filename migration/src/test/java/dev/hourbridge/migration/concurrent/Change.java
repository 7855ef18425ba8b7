package dev.hourbridge.migration.concurrent;

import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Random;

/** What another user corrects in a row, or a service stores other than it was sent. */
enum Change {
    /** Seven minutes more. */
    MINUTES,
    /** Up to the next quarter of an hour; a full quarter more if it is one. */
    QUARTERS,
    /** Other words. */
    NOTE,
    /** The day after. */
    DAY,
    /** Another person: the owner of the credentials or, if the row is the owner's, a person who is not in the plan. */
    PERSON,
    /** Another project or task. */
    PLACE;

    private static final int QUARTER = 15;

    static Change any(Random random) {
        List<Change> all = List.of(values());
        return all.get(random.nextInt(all.size()));
    }

    /** The row with the change. */
    TimeEntry in(TimeEntry row, Placement placement) {
        TimeEntry.Builder changed = row.toBuilder();
        long minutes = row.workTime().duration().toMinutes();
        switch (this) {
            case MINUTES -> changed.workTime(lasting(row.workTime(), minutes + 7));
            case QUARTERS -> changed.workTime(lasting(row.workTime(), (minutes / QUARTER + 1) * QUARTER));
            case NOTE -> changed.note("corrected by a colleague");
            case DAY -> changed.workTime(aDayLater(row.workTime()));
            case PERSON -> changed.person(PersonRef.of(row.id().account(), isOwners(row) ? "9" : Scene.OWNER));
            case PLACE -> {
                if (placement == Placement.TASK || row.task().isPresent()) {
                    changed.task(TaskRef.of(row.id().account(), "198"));
                } else {
                    changed.project(ProjectRef.of(row.id().account(), "118"));
                }
            }
        }
        return changed.build();
    }

    private static boolean isOwners(TimeEntry row) {
        return row.person().filter(person -> person.id().equals(Scene.OWNER)).isPresent();
    }

    private static WorkTime lasting(WorkTime time, long minutes) {
        Duration duration = Duration.ofMinutes(minutes);
        return time instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), duration)
                : WorkTime.on(time.localDate(), duration);
    }

    private static WorkTime aDayLater(WorkTime time) {
        return time instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start().plus(Period.ofDays(1)), interval.duration())
                : WorkTime.on(time.localDate().plusDays(1), time.duration());
    }
}
