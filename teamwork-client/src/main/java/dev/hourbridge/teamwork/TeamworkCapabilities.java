package dev.hourbridge.teamwork;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * The capabilities of Teamwork.
 *
 * <p>The maximum note length is not documented, and no limit was observed.
 */
final class TeamworkCapabilities {
    private TeamworkCapabilities() {}

    /**
     * Returns the capabilities of a client.
     *
     * @param zone the zone of the owner of the credentials
     */
    static Capabilities of(ZoneId zone) {
        Set<EntryField> writable = EnumSet.of(
                EntryField.PERSON,
                EntryField.PROJECT,
                EntryField.TASK,
                EntryField.NOTE,
                EntryField.DATE,
                EntryField.START,
                EntryField.DURATION,
                EntryField.BILLABLE,
                EntryField.TAGS);
        Set<EntryField> readable = EnumSet.copyOf(writable);
        readable.add(EntryField.CLIENT);
        readable.add(EntryField.INVOICE);
        return Capabilities.builder()
                .readable(readable)
                .writable(writable)
                .required(EnumSet.of(EntryField.PROJECT, EntryField.DATE, EntryField.START, EntryField.DURATION))
                .updatableFields(EnumSet.of(
                        EntryField.PERSON,
                        EntryField.PROJECT,
                        EntryField.NOTE,
                        EntryField.DATE,
                        EntryField.START,
                        EntryField.DURATION,
                        EntryField.BILLABLE,
                        EntryField.TAGS))
                .filterable(EnumSet.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.DATE))
                .writesForOthers(true)
                .placement(Placement.PROJECT_OR_TASK)
                .startForm(StartForm.WALL_CLOCK)
                .zone(zone)
                .durationUnit(Duration.ofMinutes(1))
                .noteCharacters(NoteCharacters.UNICODE)
                .tagSeparator(",")
                .total(TotalKind.BY_LOCAL_DATE)
                .filtersUpdatedSince(true)
                .announcesCount(true)
                .build();
    }
}
