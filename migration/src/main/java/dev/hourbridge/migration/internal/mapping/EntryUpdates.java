package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the update that changes a row of the target to the planned content. Pure functions.
 *
 * <p>An update contains only the fields that differ, so fields that the target or another user filled in remain
 * unchanged. If a service replaces the whole entry, the other fields are taken from the row as read.
 */
public final class EntryUpdates {
    private static final Set<EntryField> PLACE = Set.of(EntryField.PROJECT, EntryField.TASK);
    private static final Set<EntryField> TIME = Set.of(EntryField.DATE, EntryField.START, EntryField.DURATION);

    private EntryUpdates() {}

    /**
     * Returns an update of the fields that differ.
     *
     * @param current the content on the target, or the last content sent
     * @param fields the fields that differ
     * @param wanted the planned content
     */
    public static TimeEntryUpdate of(
            EntryIdentity current, Collection<EntryField> fields, NewTimeEntry wanted, Capabilities target) {
        TimeEntryUpdate.Builder update = TimeEntryUpdate.builder();
        if (fields.stream().anyMatch(TIME::contains)) {
            update.workTime(wanted.workTime());
        }
        if (fields.contains(EntryField.PERSON)) {
            wanted.person().ifPresent(update::person);
        }
        if (fields.stream().anyMatch(PLACE::contains)) {
            place(update, current, wanted, target);
        }
        if (fields.contains(EntryField.NOTE)) {
            setOrClear(Optional.of(wanted.note()).filter(note -> !note.isEmpty()), update::note, update::clearNote);
        }
        if (fields.contains(EntryField.ACTIVITY)) {
            setOrClear(wanted.activity(), update::activity, update::clearActivity);
        }
        if (fields.contains(EntryField.BILLABLE) && wanted.billable() != Billable.UNSPECIFIED) {
            update.billable(wanted.billable());
        }
        if (fields.contains(EntryField.TAGS)) {
            setOrClear(Optional.of(wanted.tags()).filter(tags -> !tags.isEmpty()), update::tags, update::clearTags);
        }
        return update.build();
    }

    /** Sets project and task in the form that the target accepts: only one of the two if a task implies its project. */
    private static void place(
            TimeEntryUpdate.Builder update, EntryIdentity current, NewTimeEntry wanted, Capabilities target) {
        Optional<String> task = wanted.task().map(ref -> ref.id());
        boolean isOtherTask = !Objects.equals(task.orElse(null), current.task());
        if (isOtherTask && target.placement() != Placement.PROJECT_OR_TASK) {
            setOrClear(wanted.task(), update::task, update::clearTask);
        }
        if (target.placement() == Placement.TASK) {
            return;
        }
        if (target.placement() == Placement.PROJECT_OR_TASK) {
            if (task.isPresent()) {
                update.task(wanted.task().orElseThrow());
                return;
            }
            if (current.task() != null) {
                update.clearTask();
            }
        }
        Optional<String> project = wanted.project().map(ref -> ref.id());
        // A row that loses its task must name the project that the task implied.
        if ((current.task() != null && isOtherTask && project.isPresent())
                || !Objects.equals(project.orElse(null), current.project())) {
            setOrClear(wanted.project(), update::project, update::clearProject);
        }
    }

    private interface Setter<T> {
        TimeEntryUpdate.Builder set(T value);
    }

    private interface Clearer {
        TimeEntryUpdate.Builder clear();
    }

    /** Sets a value, or clears it if it is absent. */
    private static <T> void setOrClear(Optional<T> value, Setter<T> setter, Clearer clearer) {
        if (value.isPresent()) {
            setter.set(value.get());
        } else {
            clearer.clear();
        }
    }

    /** Returns the fields that an update changes. Fields of the work time are included only if they differ. */
    public static Set<EntryField> fields(TimeEntryUpdate update, Collection<EntryField> differing) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        add(fields, EntryField.PERSON, update.person());
        add(fields, EntryField.PROJECT, update.project());
        add(fields, EntryField.TASK, update.task());
        add(fields, EntryField.ACTIVITY, update.activity());
        add(fields, EntryField.NOTE, update.note());
        add(fields, EntryField.BILLABLE, update.billable());
        add(fields, EntryField.TAGS, update.tags());
        if (!update.workTime().isLeave()) {
            differing.stream().filter(TIME::contains).forEach(fields::add);
        }
        return fields;
    }

    private static void add(Set<EntryField> fields, EntryField field, Change<?> change) {
        if (!change.isLeave()) {
            fields.add(field);
        }
    }

    /**
     * Returns the fields that an update of other fields also changed.
     *
     * @param updated the fields that were updated
     */
    public static Set<EntryField> changedToo(TimeEntry before, TimeEntry after, Set<EntryField> updated) {
        EntryIdentity was = EntryIdentity.listed(before);
        EntryIdentity is = EntryIdentity.listed(after);
        Set<EntryField> changed = EnumSet.noneOf(EntryField.class);
        addUnless(changed, EntryField.PERSON, was.person().equals(is.person()));
        addUnless(changed, EntryField.PROJECT, Objects.equals(was.project(), is.project()));
        addUnless(changed, EntryField.TASK, Objects.equals(was.task(), is.task()));
        addUnless(changed, EntryField.CLIENT, before.client().equals(after.client()));
        addUnless(changed, EntryField.ACTIVITY, Objects.equals(was.activity(), is.activity()));
        addUnless(changed, EntryField.NOTE, was.note().equals(is.note()));
        addUnless(changed, EntryField.DATE, was.day().equals(is.day()));
        addUnless(changed, EntryField.START, Objects.equals(was.start(), is.start()));
        addUnless(changed, EntryField.DURATION, was.seconds() == is.seconds());
        addUnless(changed, EntryField.BILLABLE, was.billable() == is.billable());
        addUnless(changed, EntryField.TAGS, new TreeSet<>(was.tags()).equals(new TreeSet<>(is.tags())));
        addUnless(changed, EntryField.INVOICE, before.invoice().equals(after.invoice()));
        changed.removeAll(updated);
        if (updated.stream().anyMatch(PLACE::contains)) {
            // A task implies its project, and a project its client.
            changed.removeAll(PLACE);
            changed.remove(EntryField.CLIENT);
        }
        if (updated.stream().anyMatch(TIME::contains)) {
            // They are one value, which is checked separately.
            changed.removeAll(TIME);
        }
        return changed;
    }

    private static void addUnless(Set<EntryField> fields, EntryField field, boolean isSame) {
        if (!isSame) {
            fields.add(field);
        }
    }

    /** Returns a planned entry without trailer and marker tag, for a row that was adopted. */
    public static NewTimeEntry unmarked(NewTimeEntry planned, String plainNote) {
        List<String> tags = MarkerTag.without(planned.tags());
        return planned.toBuilder().note(plainNote).tags(tags).build();
    }
}
