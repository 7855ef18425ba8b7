package dev.hourbridge.codebase;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.Set;

/** The capabilities of Codebase, as documented. */
final class CodebaseCapabilities {
    static final Capabilities ALL = Capabilities.builder()
            .readable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.DURATION))
            .writable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.DURATION))
            .required(Set.of(EntryField.PROJECT, EntryField.NOTE, EntryField.DATE, EntryField.DURATION))
            .updatableFields(
                    Set.of(EntryField.PERSON, EntryField.TASK, EntryField.NOTE, EntryField.DATE, EntryField.DURATION))
            .filterable(Set.of(EntryField.PERSON, EntryField.PROJECT, EntryField.DATE))
            .writesForOthers(true)
            .placement(Capabilities.Placement.PROJECT_WITH_TASK)
            .startForm(Capabilities.StartForm.NONE)
            .durationUnit(Duration.ofMinutes(1))
            .noteCharacters(Capabilities.NoteCharacters.XML)
            .build();

    private CodebaseCapabilities() {}
}
