package dev.hourbridge.model.internal;

import dev.hourbridge.model.Change;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import java.util.Optional;
import java.util.StringJoiner;

/** Texts of entries for logs: with ids, and without what a person wrote. */
public final class EntryText {
    private EntryText() {}

    /** Returns the text of an entry: ids, time, flags, and no note, name or tag. */
    public static String of(TimeEntry entry) {
        StringJoiner text = new StringJoiner(", ", "TimeEntry{", "}")
                .add("id=" + entry.id())
                .add("workTime=" + entry.workTime());
        add(text, "person", entry.person());
        add(text, "project", entry.project());
        add(text, "task", entry.task());
        add(text, "activity", entry.activity());
        add(text, "client", entry.client());
        return text.add("billable=" + entry.billable())
                .add("deleted=" + entry.deleted())
                .toString();
    }

    /** Returns the text of an entry to create. */
    public static String of(NewTimeEntry entry) {
        StringJoiner text = new StringJoiner(", ", "NewTimeEntry{", "}").add("workTime=" + entry.workTime());
        add(text, "person", entry.person());
        add(text, "project", entry.project());
        add(text, "task", entry.task());
        add(text, "activity", entry.activity());
        return text.add("billable=" + entry.billable()).toString();
    }

    /** Returns the text of an update: what it sets, and only the kind of change for note and tags. */
    public static String of(TimeEntryUpdate update) {
        StringJoiner text = new StringJoiner(", ", "TimeEntryUpdate{", "}");
        add(text, "workTime", shown(update.workTime()));
        add(text, "person", shown(update.person()));
        add(text, "project", shown(update.project()));
        add(text, "task", shown(update.task()));
        add(text, "activity", shown(update.activity()));
        add(text, "note", kind(update.note()));
        add(text, "billable", shown(update.billable()));
        add(text, "tags", kind(update.tags()));
        return text.toString();
    }

    private static void add(StringJoiner text, String name, Optional<?> value) {
        value.ifPresent(present -> text.add(name + "=" + present));
    }

    private static Optional<?> shown(Change<?> change) {
        return change.value().isPresent() ? change.value() : kind(change);
    }

    private static Optional<Change.Kind> kind(Change<?> change) {
        return change.isLeave() ? Optional.empty() : Optional.of(change.kind());
    }
}
