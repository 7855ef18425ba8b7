package dev.hourbridge.migration;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an entry on the target: only what is sent and given back, in the form in which it
 * is compared. Made alike from a planned entry and from a row that was read.
 */
record Facts(
        String person,
        @Nullable String project,
        @Nullable String task,
        LocalDate day,
        @Nullable OffsetDateTime start,
        long seconds,
        String note,
        @Nullable String activity,
        Billable billable,
        List<String> tags) {

    static Facts planned(NewTimeEntry entry, String person) {
        return new Facts(
                person,
                entry.project().map(ref -> ref.id()).orElse(null),
                entry.task().map(ref -> ref.id()).orElse(null),
                entry.workTime().localDate(),
                start(entry.workTime()),
                entry.workTime().duration().toSeconds(),
                Notes.normalized(entry.note()),
                entry.activity().map(ActivityRef::id).orElse(null),
                entry.billable(),
                entry.tags());
    }

    static Facts listed(TimeEntry row) {
        return new Facts(
                row.person().map(ref -> ref.id()).orElse(""),
                row.project().map(ref -> ref.id()).orElse(null),
                row.task().map(ref -> ref.id()).orElse(null),
                row.workTime().localDate(),
                start(row.workTime()),
                row.workTime().duration().toSeconds(),
                Notes.normalized(row.note()),
                row.activity().map(ActivityRef::id).orElse(null),
                row.billable(),
                row.tags());
    }

    /** The same without a trailer in the note. */
    Facts withoutTrailer() {
        String base = Notes.normalized(Trailer.split(note).note());
        return new Facts(person, project, task, day, start, seconds, base, activity, billable, tags);
    }

    /** The same without the tag that marks rows of a migration. */
    Facts withoutMarker() {
        List<String> others =
                tags.stream().filter(tag -> !tag.equals(EntryMapper.MARKER_TAG)).toList();
        return new Facts(person, project, task, day, start, seconds, note, activity, billable, others);
    }

    private static @Nullable OffsetDateTime start(WorkTime time) {
        return time instanceof WorkTime.Interval interval ? interval.start().truncatedTo(ChronoUnit.MINUTES) : null;
    }

    /** The fingerprint: equal for entries that the target cannot tell apart. */
    String fingerprint(Capabilities target) {
        Digests digest = new Digests().add(person).add(place(target)).add(day).add(seconds);
        digest.add(wallClock(target));
        return digest.add(target.readable().contains(EntryField.NOTE) ? note : null)
                .hex();
    }

    /** Person, place, day and duration: a row that agrees on these may be ours with something changed. */
    String likeness(Capabilities target) {
        return new Digests()
                .add(person)
                .add(place(target))
                .add(day)
                .add(seconds)
                .hex();
    }

    private @Nullable LocalDateTime wallClock(Capabilities target) {
        return start == null || target.startForm() == StartForm.NONE ? null : start.toLocalDateTime();
    }

    /** Project and task, as far as they tell rows of the target apart. */
    String place(Capabilities target) {
        String taskPart = task == null ? "" : "t" + task;
        if (target.placement() == Placement.PROJECT_WITH_TASK) {
            return "p" + (project == null ? "" : project) + "/" + taskPart;
        }
        return task != null ? taskPart : target.placement() == Placement.TASK || project == null ? "" : "p" + project;
    }

    /** The fields that were sent and came back different. */
    Set<EntryField> differences(Facts row, Capabilities target) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        Set<EntryField> readable = target.readable();
        note(fields, EntryField.PERSON, !readable.contains(EntryField.PERSON) || person.equals(row.person));
        if (!place(target).equals(row.place(target))) {
            fields.add(Objects.equals(task, row.task) ? EntryField.PROJECT : EntryField.TASK);
        }
        note(fields, EntryField.DATE, day.equals(row.day));
        note(fields, EntryField.START, sameStart(row, target));
        note(fields, EntryField.DURATION, seconds == row.seconds);
        note(fields, EntryField.NOTE, !readable.contains(EntryField.NOTE) || note.equals(row.note));
        note(
                fields,
                EntryField.ACTIVITY,
                activity == null || !readable.contains(EntryField.ACTIVITY) || activity.equals(row.activity));
        note(
                fields,
                EntryField.BILLABLE,
                billable == Billable.UNSPECIFIED
                        || !readable.contains(EntryField.BILLABLE)
                        || billable == row.billable);
        note(
                fields,
                EntryField.TAGS,
                tags.isEmpty()
                        || !readable.contains(EntryField.TAGS)
                        || new TreeSet<>(tags).equals(new TreeSet<>(row.tags)));
        return fields;
    }

    private boolean sameStart(Facts row, Capabilities target) {
        if (!Objects.equals(wallClock(target), row.wallClock(target))) {
            return false;
        }
        if (start == null || row.start == null || target.startForm() == StartForm.NONE) {
            return true;
        }
        return start.isEqual(row.start) || isRepeated(start, target);
    }

    /** Whether a wall clock in the target's zone shows this time twice. */
    static boolean isRepeated(OffsetDateTime start, Capabilities target) {
        return target.startForm() == StartForm.WALL_CLOCK
                && target.zone()
                        .map(zone -> zone.getRules()
                                        .getValidOffsets(start.toLocalDateTime())
                                        .size()
                                > 1)
                        .orElse(false);
    }

    private static void note(Set<EntryField> fields, EntryField field, boolean same) {
        if (!same) {
            fields.add(field);
        }
    }
}
