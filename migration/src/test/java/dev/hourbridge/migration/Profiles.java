package dev.hourbridge.migration;

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
import java.util.List;
import java.util.Set;

/** What the four services can hold. */
enum Profiles {
    CODEBASE,
    TEAMWORK,
    TEAMPULSE,
    LIVETIMER;

    static final ZoneId TEAMWORK_ZONE = ZoneId.of("America/New_York");

    Capabilities capabilities() {
        return switch (this) {
            case CODEBASE ->
                Capabilities.builder()
                        .readable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, DURATION))
                        .writable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, DURATION))
                        .required(Set.of(PROJECT, NOTE, DATE, DURATION))
                        .writesForOthers(true)
                        .placement(Placement.PROJECT_WITH_TASK)
                        .noteCharacters(NoteCharacters.XML)
                        .build();
            case TEAMWORK ->
                Capabilities.builder()
                        .readable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, START, DURATION, BILLABLE, TAGS, INVOICE))
                        .writable(Set.of(PERSON, PROJECT, TASK, NOTE, DATE, START, DURATION, BILLABLE, TAGS))
                        .required(Set.of(PROJECT, DATE, START, DURATION))
                        .writesForOthers(true)
                        .placement(Placement.PROJECT_OR_TASK)
                        .startForm(StartForm.WALL_CLOCK)
                        .zone(TEAMWORK_ZONE)
                        .tagSeparator(",")
                        .total(TotalKind.BY_LOCAL_DATE)
                        .announcesCount(true)
                        .build();
            case TEAMPULSE ->
                Capabilities.builder()
                        .readable(Set.of(PERSON, TASK, ACTIVITY, NOTE, DATE, DURATION))
                        .writable(Set.of(PERSON, TASK, ACTIVITY, NOTE, DATE, DURATION))
                        .required(Set.of(TASK, ACTIVITY, DATE, DURATION))
                        .writesForOthers(true)
                        .placement(Placement.TASK)
                        .durationUnit(Duration.ofSeconds(1))
                        .maxNoteLength(128)
                        .build();
            case LIVETIMER ->
                Capabilities.builder()
                        .readable(Set.of(PERSON, PROJECT, TASK, ACTIVITY, CLIENT, NOTE, DATE, START, DURATION))
                        .writable(Set.of(PROJECT, TASK, ACTIVITY, NOTE, DATE, START, DURATION))
                        .required(Set.of(DATE, DURATION))
                        .writesForOthers(false)
                        .placement(Placement.PROJECT_OR_TASK)
                        .startForm(StartForm.OFFSET)
                        .noteCharacters(NoteCharacters.XML)
                        .total(TotalKind.BY_FIXED_OFFSET)
                        .announcesCount(true)
                        .build();
        };
    }

    /** The twelve ways from one service to another. */
    static List<Profiles[]> pairs() {
        return List.of(values()).stream()
                .flatMap(from ->
                        List.of(values()).stream().filter(to -> to != from).map(to -> new Profiles[] {from, to}))
                .toList();
    }
}
