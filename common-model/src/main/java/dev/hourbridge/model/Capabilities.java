package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a service can store, filter and report, known before any request is sent. Immutable and thread-safe. */
@AutoValue
public abstract class Capabilities {
    Capabilities() {}

    /** How a service accepts the project and the task of an entry. Constants may be added, so use a default branch. */
    public enum Placement {
        /** Either a project or a task; the task alone is sent, and implies its project. */
        PROJECT_OR_TASK,
        /** A project, and optionally a task in that project. */
        PROJECT_WITH_TASK,
        /** A task only. */
        TASK
    }

    /** How the service stores a start. Constants may be added, so use a default branch. */
    public enum StartForm {
        /** The service stores only the day. */
        NONE,
        /** The service stores a local date and time in {@link Capabilities#zone()}. */
        WALL_CLOCK,
        /** The service stores the start with its offset. */
        OFFSET
    }

    /** The characters that a note may contain. Constants may be added, so use a default branch. */
    public enum NoteCharacters {
        /** Any Unicode text without lone surrogates. */
        UNICODE,
        /** Like {@link #UNICODE}, without characters that XML 1.0 does not allow, such as most control characters. */
        XML,
        /** Like {@link #XML}, but without the text {@code ]]>}, which ends a CDATA section. */
        XML_CDATA
    }

    /** How {@link TimeTracker#total} can be compared with a list. Constants may be added, so use a default branch. */
    public enum TotalKind {
        /** The service reports no total. */
        NONE,
        /** The total counts each entry on its {@link WorkTime#localDate()}. */
        BY_LOCAL_DATE,
        /**
         * For entries with a start, the service divides time into days at a fixed offset. The total can be compared
         * only if no such entry is near the ends of the range.
         */
        BY_FIXED_OFFSET
    }

    /** Returns a builder without readable, writable, required or filterable fields, and without limits. */
    public static Builder builder() {
        return new AutoValue_Capabilities.Builder()
                .readable(Set.of())
                .writable(Set.of())
                .required(Set.of())
                .updatableFields(Set.of())
                .filterable(Set.of())
                .writesForOthers(false)
                .listsOtherPeople(true)
                .placement(Placement.PROJECT_OR_TASK)
                .startForm(StartForm.NONE)
                .durationUnit(Duration.ofMinutes(1))
                .noteCharacters(NoteCharacters.UNICODE)
                .tagSeparator("")
                .total(TotalKind.NONE)
                .filtersUpdatedSince(false)
                .announcesCount(false);
    }

    /** Returns the fields that an entry read from the service can have. */
    public abstract Set<EntryField> readable();

    /** Returns the fields that a create can set. */
    public abstract Set<EntryField> writable();

    /**
     * Returns the fields that a create must set. If the service accepts a project or a task ({@link
     * Placement#PROJECT_OR_TASK}), {@link EntryField#PROJECT} stands for either.
     */
    public abstract Set<EntryField> required();

    /**
     * Returns the fields of an existing entry that an update can change. An update of any other field throws {@link
     * InvalidInputException} before any request is sent. The service may still reject some values of an updatable
     * field: Codebase can move an entry only to tasks of the same project.
     */
    public abstract Set<EntryField> updatableFields();

    /** Returns whether no field is {@linkplain #writable() writable}. Every write throws an exception. */
    public final boolean readOnly() {
        return writable().isEmpty();
    }

    /** Returns the fields by which the service itself can filter a list; the client filters by the others. */
    public abstract Set<EntryField> filterable();

    /** Returns whether the credentials may write entries for other people. */
    public abstract boolean writesForOthers();

    /**
     * Returns whether a list is expected to contain the entries of all people. Returns false if, as in LiveTimer, the
     * service shows other people's entries only to credentials with a permission that the client cannot check.
     */
    public abstract boolean listsOtherPeople();

    /**
     * Returns the person id of the owner of the credentials, if the client knows it. If it is unknown and the
     * credentials cannot write entries for other people, an entry that names a person is invalid.
     */
    public abstract Optional<String> owner();

    /** Returns whether an entry that names this person can be written. */
    public final boolean writesFor(String personId) {
        return writesForOthers() || owner().filter(personId::equals).isPresent();
    }

    /** Returns how the service accepts the project and the task of an entry. */
    public abstract Placement placement();

    /** Returns the ids of the projects listed by a query without a project; empty for all projects. */
    public abstract Optional<Set<String>> listedProjects();

    /**
     * Returns the first day for which entries are known, such as the first day of an archive; empty for no bound.
     * Entries of earlier days are unknown, not absent: {@link TimeTracker#get} does not find them.
     */
    public abstract Optional<LocalDate> firstDay();

    /** Returns the last day for which entries are known; empty if there is no bound. */
    public abstract Optional<LocalDate> lastDay();

    /** Returns whether the entries of a day are known: {@link #firstDay()} and {@link #lastDay()} are inclusive. */
    public final boolean covers(LocalDate day) {
        return firstDay().filter(day::isBefore).isEmpty()
                && lastDay().filter(day::isAfter).isEmpty();
    }

    /** Returns how the service stores a start. */
    public abstract StartForm startForm();

    /** Returns the account's zone, if the service stores starts as local times. */
    public abstract Optional<ZoneId> zone();

    /** Returns the precision with which durations are stored: one minute or one second. */
    public abstract Duration durationUnit();

    /** Returns the maximum length of a note, in UTF-16 code units; empty if no limit is known. */
    public abstract OptionalInt maxNoteLength();

    /** Returns the characters that a note may contain. */
    public abstract NoteCharacters noteCharacters();

    /** Returns the text that separates tags, which a tag must not contain; empty if there is no restriction. */
    public abstract String tagSeparator();

    /** Returns how {@link TimeTracker#total} can be compared with a list. */
    public abstract TotalKind total();

    /** Returns whether the service filters by {@link TimeEntryQuery#updatedSince()}; otherwise the client does. */
    public abstract boolean filtersUpdatedSince();

    /** Returns whether a list states its number of entries. */
    public abstract boolean announcesCount();

    /** Returns a builder with these capabilities. */
    public abstract Builder toBuilder();

    /** Builds {@link Capabilities}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the fields that an entry read from the service can have. Default: none. */
        public abstract Builder readable(Set<EntryField> fields);

        /** Sets the fields that a create can set. Default: none. */
        public abstract Builder writable(Set<EntryField> fields);

        /** Sets the fields that a create must set. Default: none. */
        public abstract Builder required(Set<EntryField> fields);

        /** Sets the fields that an update can change. Default: none. */
        public abstract Builder updatableFields(Set<EntryField> fields);

        /** Sets the fields by which the service filters. Default: none. */
        public abstract Builder filterable(Set<EntryField> fields);

        /** Sets whether the credentials may write entries for other people. Default: false. */
        public abstract Builder writesForOthers(boolean writesForOthers);

        /** Sets whether a list is expected to contain the entries of all people. Default: true. */
        public abstract Builder listsOtherPeople(boolean listsOtherPeople);

        /** Sets the person id of the owner of the credentials. Default: not known. */
        public abstract Builder owner(String personId);

        /** Sets how the service accepts project and task. Default: {@link Placement#PROJECT_OR_TASK}. */
        public abstract Builder placement(Placement placement);

        /** Sets the projects that are listed by a query without a project. Default: all. */
        public abstract Builder listedProjects(Set<String> ids);

        /** Sets the first day for which entries are known. Default: no bound. */
        public abstract Builder firstDay(LocalDate day);

        /** Sets the last day for which entries are known. Default: no bound. */
        public abstract Builder lastDay(LocalDate day);

        /** Sets how the service stores a start. Default: {@link StartForm#NONE}. */
        public abstract Builder startForm(StartForm startForm);

        /** Sets the account's zone. Default: none. */
        public abstract Builder zone(ZoneId zone);

        /** Sets the precision with which durations are stored. Default: one minute. */
        public abstract Builder durationUnit(Duration durationUnit);

        /** Sets the maximum length of a note, in UTF-16 code units. Default: no limit known. */
        public abstract Builder maxNoteLength(int maxNoteLength);

        /** Sets the characters that a note may contain. Default: {@link NoteCharacters#UNICODE}. */
        public abstract Builder noteCharacters(NoteCharacters noteCharacters);

        /** Sets the text that separates tags, which a tag must not contain. Default: empty, no restriction. */
        public abstract Builder tagSeparator(String tagSeparator);

        /** Sets how the total can be compared with a list. Default: {@link TotalKind#NONE}. */
        public abstract Builder total(TotalKind total);

        /** Sets whether the service itself filters by {@link TimeEntryQuery#updatedSince()}. Default: false. */
        public abstract Builder filtersUpdatedSince(boolean filtersUpdatedSince);

        /** Sets whether a list states its number of entries. Default: false. */
        public abstract Builder announcesCount(boolean announcesCount);

        abstract Capabilities autoBuild();

        /** Returns the capabilities. */
        public final Capabilities build() {
            Capabilities given = autoBuild();
            given.listedProjects().ifPresent(ids -> listedProjects(Set.copyOf(ids)));
            return readable(Set.copyOf(given.readable()))
                    .writable(Set.copyOf(given.writable()))
                    .required(Set.copyOf(given.required()))
                    .updatableFields(Set.copyOf(given.updatableFields()))
                    .filterable(Set.copyOf(given.filterable()))
                    .autoBuild();
        }
    }
}
