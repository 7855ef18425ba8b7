package dev.hourbridge.conformance;

import static dev.hourbridge.model.EntryField.ACTIVITY;
import static dev.hourbridge.model.EntryField.BILLABLE;
import static dev.hourbridge.model.EntryField.CLIENT;
import static dev.hourbridge.model.EntryField.DATE;
import static dev.hourbridge.model.EntryField.DURATION;
import static dev.hourbridge.model.EntryField.INVOICE;
import static dev.hourbridge.model.EntryField.NOTE;
import static dev.hourbridge.model.EntryField.PERSON;
import static dev.hourbridge.model.EntryField.PROJECT;
import static dev.hourbridge.model.EntryField.START;
import static dev.hourbridge.model.EntryField.TAGS;
import static dev.hourbridge.model.EntryField.TASK;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.NoteCharacters;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * The capabilities of the clients for the four services, for an {@link InMemoryTimeTracker} that replaces one of them.
 *
 * <p>They are the capabilities of a client with default options. To test code for several services, run the test once
 * with each of them.
 */
public final class SampleCapabilities {
    private SampleCapabilities() {}

    /**
     * Returns the capabilities of Codebase: days without starts, projects in which tasks are optional, and a note for
     * each entry.
     */
    public static Capabilities codebase() {
        return Capabilities.builder()
                .readable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, DURATION))
                .writable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, DURATION))
                .required(Set.of(PROJECT, NOTE, DATE, DURATION))
                .updatableFields(Set.of(PERSON, TASK, NOTE, DATE, DURATION))
                .filterable(Set.of(PERSON, PROJECT, DATE))
                .writesForOthers(true)
                .placement(Placement.PROJECT_WITH_TASK)
                .noteCharacters(NoteCharacters.XML)
                .build();
    }

    /**
     * Returns the capabilities of Teamwork: local starts in one zone, tags, the billable flag, counts and totals.
     *
     * @param zone the account's zone
     */
    public static Capabilities teamwork(ZoneId zone) {
        return Capabilities.builder()
                .readable(Set.of(PERSON, PROJECT, TASK, CLIENT, NOTE, DATE, START, DURATION, BILLABLE, TAGS, INVOICE))
                .writable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, START, DURATION, BILLABLE, TAGS))
                .required(Set.of(PROJECT, DATE, START, DURATION))
                .updatableFields(Set.of(PERSON, PROJECT, NOTE, DATE, START, DURATION, BILLABLE, TAGS))
                .filterable(Set.of(PERSON, PROJECT, TASK, DATE))
                .writesForOthers(true)
                .placement(Placement.PROJECT_OR_TASK)
                .startForm(StartForm.WALL_CLOCK)
                .zone(zone)
                .tagSeparator(",")
                .total(TotalKind.BY_LOCAL_DATE)
                .announcesCount(true)
                .filtersUpdatedSince(true)
                .build();
    }

    /**
     * Returns the capabilities of TeamPulse: days without starts, durations in seconds, a task and an activity for each
     * entry, and notes of up to 128 characters.
     */
    public static Capabilities teamPulse() {
        return Capabilities.builder()
                .readable(Set.of(PERSON, TASK, ACTIVITY, NOTE, DATE, DURATION))
                .writable(Set.of(PERSON, TASK, ACTIVITY, NOTE, DATE, DURATION))
                .required(Set.of(PERSON, TASK, ACTIVITY, DATE, DURATION))
                .updatableFields(Set.of(ACTIVITY, NOTE, DATE, DURATION))
                .filterable(Set.of(PERSON, TASK, DATE))
                .writesForOthers(true)
                .placement(Placement.TASK)
                .durationUnit(Duration.ofSeconds(1))
                .maxNoteLength(128)
                .filtersUpdatedSince(true)
                .build();
    }

    /**
     * Returns the capabilities of LiveTimer: only entries of the owner of the credentials, start times with their
     * offset, counts and totals.
     */
    public static Capabilities liveTimer() {
        return Capabilities.builder()
                .readable(Set.of(PERSON, PROJECT, TASK, ACTIVITY, CLIENT, NOTE, DATE, START, DURATION))
                .writable(Set.of(PERSON, PROJECT, TASK, ACTIVITY, NOTE, DATE, START, DURATION))
                .required(Set.of(DATE, DURATION))
                .updatableFields(Set.of(PROJECT, TASK, ACTIVITY, NOTE, DATE, START, DURATION))
                .filterable(Set.of(PERSON, PROJECT, TASK, DATE))
                .writesForOthers(false)
                .listsOtherPeople(false)
                .placement(Placement.PROJECT_OR_TASK)
                .startForm(StartForm.OFFSET)
                .noteCharacters(NoteCharacters.XML_CDATA)
                .total(TotalKind.BY_FIXED_OFFSET)
                .announcesCount(true)
                .build();
    }
}
