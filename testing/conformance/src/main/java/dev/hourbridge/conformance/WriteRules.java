package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Change;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Inputs;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The checks before a request, derived from the capabilities. Each check throws {@link InvalidInputException}.
 * Immutable.
 */
record WriteRules(Account account, Capabilities capabilities) {

    /** Checks that an id belongs to this account. */
    void check(TimeEntryId id) {
        own("id", Optional.of(id.account()));
    }

    /** Checks that the references in a query belong to this account and to fields that the service has. */
    void check(TimeEntryQuery query) {
        own("person", query.person().map(PersonRef::account));
        own("project", query.project().map(ProjectRef::account));
        own("task", query.task().map(TaskRef::account));
        readable(EntryField.PERSON, query.person().isPresent());
        readable(EntryField.PROJECT, query.project().isPresent());
        readable(EntryField.TASK, query.task().isPresent());
    }

    /** Checks that all fields of a new entry are writable and that no required field is missing. */
    void check(NewTimeEntry entry) {
        checkWrite();
        own("person", entry.person().map(PersonRef::account));
        own("project", entry.project().map(ProjectRef::account));
        own("task", entry.task().map(TaskRef::account));
        own("activity", entry.activity().map(ActivityRef::account));
        writable(EntryField.NOTE, !entry.note().isEmpty());
        writable(EntryField.BILLABLE, entry.billable() != Billable.UNSPECIFIED);
        writable(EntryField.TAGS, !entry.tags().isEmpty());
        writable(EntryField.PERSON, entry.person().isPresent());
        writable(EntryField.PROJECT, entry.project().isPresent());
        writable(EntryField.TASK, entry.task().isPresent());
        writable(EntryField.ACTIVITY, entry.activity().isPresent());
        boolean isPlaced = entry.project().isPresent()
                || (capabilities.placement() == Capabilities.Placement.PROJECT_OR_TASK
                        && entry.task().isPresent());
        required(EntryField.PERSON, entry.person().isPresent());
        required(EntryField.PROJECT, isPlaced);
        required(EntryField.TASK, entry.task().isPresent());
        required(EntryField.ACTIVITY, entry.activity().isPresent());
        required(EntryField.BILLABLE, entry.billable() != Billable.UNSPECIFIED);
        required(EntryField.TAGS, !entry.tags().isEmpty());
        writer(entry.person());
        workTime(entry.workTime());
        note(entry.note());
        tags(entry.tags());
    }

    /** Checks that an update changes at least one field, and only updatable fields. */
    void check(TimeEntryUpdate update) {
        checkWrite();
        if (update.isEmpty()) {
            throw invalid("update", "nothing to change", "set or clear a field");
        }
        own("person", update.person().value().map(PersonRef::account));
        own("project", update.project().value().map(ProjectRef::account));
        own("task", update.task().value().map(TaskRef::account));
        own("activity", update.activity().value().map(ActivityRef::account));
        change(EntryField.PERSON, update.person());
        change(EntryField.PROJECT, update.project());
        change(EntryField.TASK, update.task());
        change(EntryField.ACTIVITY, update.activity());
        change(EntryField.NOTE, update.note());
        change(EntryField.BILLABLE, update.billable());
        change(EntryField.TAGS, update.tags());
        writer(update.person().value());
        updatable(EntryField.DATE, !update.workTime().isLeave());
        update.workTime().value().ifPresent(this::workTime);
        update.note().value().ifPresent(this::note);
        update.tags().value().ifPresent(this::tags);
    }

    private void change(EntryField field, Change<?> change) {
        updatable(field, !change.isLeave());
        required(field, !change.isClear());
    }

    private void updatable(EntryField field, boolean isChanged) {
        if (isChanged && !capabilities.updatableFields().contains(field)) {
            throw invalid(name(field), "a change of a field that an update cannot change", "leave it as it is");
        }
    }

    /** Rejects every write to a read-only service. */
    void checkWrite() {
        if (capabilities.readOnly()) {
            throw invalid("service", "a write to a read-only service", "use a tracker that is not read-only");
        }
    }

    private void readable(EntryField field, boolean isAsked) {
        if (isAsked && !capabilities.readable().contains(field)) {
            throw invalid(name(field), "a field that the service does not have", "omit it");
        }
    }

    private void writable(EntryField field, boolean isGiven) {
        if (isGiven && !capabilities.writable().contains(field)) {
            throw invalid(name(field), "a field that cannot be written", "omit it");
        }
    }

    private void required(EntryField field, boolean isGiven) {
        if (!isGiven && capabilities.required().contains(field)) {
            throw invalid(name(field), "no value", "set it, because the service requires it");
        }
    }

    /** Checks that the credentials can write for the person. */
    private void writer(Optional<PersonRef> person) {
        if (person.isPresent() && !capabilities.writesFor(person.get().id())) {
            throw invalid(
                    "person", "a person other than the owner of the credentials", "use that person's credentials");
        }
    }

    /** Checks the duration and the form of the time. */
    private void workTime(WorkTime time) {
        Duration unit = capabilities.durationUnit();
        if (!time.duration().equals(unit.multipliedBy(time.duration().dividedBy(unit)))) {
            throw invalid("duration", "a duration finer than the unit of the service", "round it first");
        }
        if (!(time instanceof WorkTime.Interval interval)) {
            required(EntryField.START, false);
            return;
        }
        writable(EntryField.START, true);
        if (capabilities.startForm() == StartForm.NONE) {
            throw invalid("start", "a start, which the service does not support", "use only the day");
        }
        if (!interval.start().truncatedTo(ChronoUnit.MINUTES).equals(interval.start())) {
            throw invalid("start", "a time that is not in whole minutes", "round it first");
        }
    }

    /** Checks the note: whether one is required, its characters and its length. */
    private void note(String note) {
        required(EntryField.NOTE, !note.isBlank());
        characters("note", note);
        if (note.length() > capabilities.maxNoteLength().orElse(Integer.MAX_VALUE)) {
            throw invalid("note", "text that is too long", "cut it first");
        }
    }

    /** Checks the tags, none of which may be blank or contain the separator. */
    private void tags(List<String> tags) {
        String separator = capabilities.tagSeparator();
        for (String tag : tags) {
            characters("tags", tag);
            if (tag.isBlank() || (!separator.isEmpty() && tag.contains(separator))) {
                throw invalid("tags", "a tag that is blank or contains the separator", "omit it, or change it");
            }
        }
    }

    /** Checks a text for characters that the service cannot carry. */
    private void characters(String field, String text) {
        boolean isXml = capabilities.noteCharacters() != NoteCharacters.UNICODE;
        if (capabilities.noteCharacters() == NoteCharacters.XML_CDATA && text.contains("]]>")) {
            throw invalid(field, "text with ]]>", "put a space into it");
        }
        if (!Inputs.isWellFormed(text) || (isXml && !text.codePoints().allMatch(WriteRules::isXml))) {
            throw invalid(field, "a character that the service cannot carry", "remove it");
        }
    }

    private static boolean isXml(int codePoint) {
        return codePoint >= 0x20 ? codePoint != 0xfffe && codePoint != 0xffff : "\t\n\r".indexOf(codePoint) >= 0;
    }

    private void own(String field, Optional<Account> other) {
        if (!other.orElse(account).equals(account)) {
            throw invalid(field, "a reference from another account", "use a reference from " + account);
        }
    }

    private static String name(EntryField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static InvalidInputException invalid(String field, String kind, String remedy) {
        return new InvalidInputException(field, kind, remedy);
    }
}
