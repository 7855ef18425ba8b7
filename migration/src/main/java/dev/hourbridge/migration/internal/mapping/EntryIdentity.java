package dev.hourbridge.migration.internal.mapping;

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
 * The fields that identify an entry on the target, in a comparable form. Contains only fields that are both sent and
 * returned. Built the same way from a planned entry and from a listed row.
 */
public record EntryIdentity(
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

    /** Returns the identity of an entry that is to be sent for a person of the target. */
    public static EntryIdentity planned(NewTimeEntry entry, String person) {
        return new EntryIdentity(
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

    /** Returns the identity of a row that the target listed. */
    public static EntryIdentity listed(TimeEntry row) {
        return new EntryIdentity(
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

    /** Returns this identity without the trailer of its note. */
    public EntryIdentity withoutTrailer() {
        String base = Notes.normalized(Trailer.split(note).note());
        return new EntryIdentity(person, project, task, day, start, seconds, base, activity, billable, tags);
    }

    /** Returns this identity without the {@linkplain MarkerTag marker tag}. */
    public EntryIdentity withoutMarker() {
        return new EntryIdentity(
                person, project, task, day, start, seconds, note, activity, billable, MarkerTag.without(tags));
    }

    /** Returns this identity without its note. */
    public EntryIdentity withoutNote() {
        return new EntryIdentity(person, project, task, day, start, seconds, "", activity, billable, tags);
    }

    /** Returns the optional fields that have a value. */
    public Set<EntryField> optionalFields() {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        addUnless(fields, EntryField.ACTIVITY, activity == null);
        addUnless(fields, EntryField.TAGS, tags.isEmpty());
        return fields;
    }

    /** Returns the fields that the fingerprint does not include. */
    public EntryDetails details() {
        return new EntryDetails(activity, billable, tags);
    }

    /** Returns whether a row with the same fingerprint has these details unchanged. */
    public boolean hasDetails(EntryDetails row, Capabilities target) {
        return differences(
                        new EntryIdentity(
                                person,
                                project,
                                task,
                                day,
                                start,
                                seconds,
                                note,
                                row.activity(),
                                row.billable(),
                                row.tags()),
                        target)
                .isEmpty();
    }

    private static @Nullable OffsetDateTime start(WorkTime time) {
        return time instanceof WorkTime.Interval interval ? interval.start().truncatedTo(ChronoUnit.MINUTES) : null;
    }

    /** Returns the fingerprint, which is equal for entries that the target cannot tell apart. */
    public String fingerprint(Capabilities target) {
        Digests digest = new Digests().add(person).add(place(target)).add(day).add(seconds);
        digest.add(wallClock(target));
        return digest.add(target.readable().contains(EntryField.NOTE) ? note : null)
                .hex();
    }

    /**
     * Returns a fingerprint of person, place, day and duration only. A row with the same one can be a planned entry in
     * which another field was changed.
     */
    public String looseFingerprint(Capabilities target) {
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

    /** Returns the project and the task, if they distinguish rows of the target. */
    public String place(Capabilities target) {
        String taskPart = task == null ? "" : "t" + task;
        if (target.placement() == Placement.PROJECT_WITH_TASK) {
            return "p" + (project == null ? "" : project) + "/" + taskPart;
        }
        return task != null ? taskPart : target.placement() == Placement.TASK || project == null ? "" : "p" + project;
    }

    /** Returns the fields that were sent with one value and that have another value in the row. */
    public Set<EntryField> differences(EntryIdentity row, Capabilities target) {
        return differences(row, target, Set.of());
    }

    /**
     * Returns the fields that were sent with one value and that have another value in the row.
     *
     * @param sentBefore fields that had a value in an earlier version of the entry, so the absence of a value was also
     *     sent
     */
    public Set<EntryField> differences(EntryIdentity row, Capabilities target, Set<EntryField> sentBefore) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        Set<EntryField> readable = target.readable();
        addUnless(fields, EntryField.PERSON, !readable.contains(EntryField.PERSON) || person.equals(row.person));
        if (!place(target).equals(row.place(target))) {
            fields.add(Objects.equals(task, row.task) ? EntryField.PROJECT : EntryField.TASK);
        }
        addUnless(fields, EntryField.DATE, day.equals(row.day));
        addUnless(fields, EntryField.START, sameStart(row, target));
        addUnless(fields, EntryField.DURATION, seconds == row.seconds);
        addUnless(fields, EntryField.NOTE, !readable.contains(EntryField.NOTE) || note.equals(row.note));
        addUnless(
                fields,
                EntryField.ACTIVITY,
                (activity == null && !sentBefore.contains(EntryField.ACTIVITY))
                        || !readable.contains(EntryField.ACTIVITY)
                        || Objects.equals(activity, row.activity));
        addUnless(
                fields,
                EntryField.BILLABLE,
                billable == Billable.UNSPECIFIED
                        || !readable.contains(EntryField.BILLABLE)
                        || billable == row.billable);
        addUnless(
                fields,
                EntryField.TAGS,
                (tags.isEmpty() && !sentBefore.contains(EntryField.TAGS))
                        || !readable.contains(EntryField.TAGS)
                        || new TreeSet<>(tags).equals(new TreeSet<>(row.tags)));
        return fields;
    }

    /**
     * Compares starts as local times, and as instants if both have one. Within a repeated hour, the instants may
     * differ.
     */
    private boolean sameStart(EntryIdentity row, Capabilities target) {
        if (!Objects.equals(wallClock(target), row.wallClock(target))) {
            return false;
        }
        if (start == null || row.start == null || target.startForm() == StartForm.NONE) {
            return true;
        }
        return start.isEqual(row.start) || RepeatedHour.contains(start, target);
    }

    private static void addUnless(Set<EntryField> fields, EntryField field, boolean same) {
        if (!same) {
            fields.add(field);
        }
    }
}
