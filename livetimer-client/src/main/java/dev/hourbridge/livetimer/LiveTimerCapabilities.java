package dev.hourbridge.livetimer;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The capabilities of LiveTimer, as documented. */
final class LiveTimerCapabilities {
    private static final Capabilities ALL = Capabilities.builder()
            .readable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.ACTIVITY,
                    EntryField.CLIENT,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.START,
                    EntryField.DURATION))
            .writable(Set.of(
                    EntryField.PERSON,
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.ACTIVITY,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.START,
                    EntryField.DURATION))
            .required(Set.of(EntryField.DATE, EntryField.DURATION))
            .updatableFields(Set.of(
                    EntryField.PROJECT,
                    EntryField.TASK,
                    EntryField.ACTIVITY,
                    EntryField.NOTE,
                    EntryField.DATE,
                    EntryField.START,
                    EntryField.DURATION))
            .filterable(Set.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.DATE))
            .writesForOthers(false)
            .listsOtherPeople(false)
            .placement(Placement.PROJECT_OR_TASK)
            .startForm(StartForm.OFFSET)
            .durationUnit(Duration.ofMinutes(1))
            .noteCharacters(NoteCharacters.XML_CDATA)
            .total(TotalKind.BY_FIXED_OFFSET)
            .announcesCount(true)
            .build();

    private LiveTimerCapabilities() {}

    /** Returns the capabilities, including the owner of the credentials if the client knows the owner. */
    static Capabilities of(Optional<String> owner) {
        return owner.map(id -> ALL.toBuilder().owner(id).build()).orElse(ALL);
    }
}
