package dev.hourbridge.teampulse;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.Set;

/** The capabilities of TeamPulse, as documented. */
final class TeamPulseCapabilities {
    private static final Set<EntryField> READ = Set.of(
            EntryField.PERSON,
            EntryField.TASK,
            EntryField.ACTIVITY,
            EntryField.NOTE,
            EntryField.DATE,
            EntryField.DURATION);
    static final Capabilities ALL = Capabilities.builder()
            .readable(READ)
            .writable(READ)
            .required(Set.of(
                    EntryField.PERSON, EntryField.TASK, EntryField.ACTIVITY, EntryField.DATE, EntryField.DURATION))
            .updatableFields(Set.of(EntryField.ACTIVITY, EntryField.NOTE, EntryField.DATE, EntryField.DURATION))
            .filterable(Set.of(EntryField.PERSON, EntryField.TASK, EntryField.DATE))
            .writesForOthers(true)
            .placement(Capabilities.Placement.TASK)
            .startForm(Capabilities.StartForm.NONE)
            .durationUnit(Duration.ofSeconds(1))
            .maxNoteLength(TeamPulseEntryWriter.MAX_NOTE_LENGTH)
            .filtersUpdatedSince(true)
            .noteCharacters(Capabilities.NoteCharacters.UNICODE)
            .build();

    private TeamPulseCapabilities() {}
}
