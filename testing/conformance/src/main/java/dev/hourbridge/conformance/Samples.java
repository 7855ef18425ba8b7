package dev.hourbridge.conformance;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sample entries for testing a service. Each is the service's base entry with some values changed.
 *
 * <p>All are on days close to that of the base entry, in June 2024, so a service that closes old periods accepts them.
 */
final class Samples {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final ServiceUnderTest service;
    private final Capabilities can;

    /** The fields that an entry of the service can have. */
    private final Set<EntryField> fields;

    /** Creates the samples for a service. Sends no request. */
    Samples(ServiceUnderTest service) {
        this.service = service;
        this.can = service.tracker().capabilities();
        this.fields = can.readOnly() ? can.readable() : can.writable();
    }

    /** Returns the day of the base entry. */
    LocalDate day() {
        return service.base().workTime().localDate();
    }

    /** Returns the zone of starts: the account's zone, if it is relevant. */
    ZoneId zone() {
        return can.zone().orElse(NEW_YORK);
    }

    /** Returns whether an entry can have a start. */
    boolean takesStart() {
        return can.startForm() != StartForm.NONE && fields.contains(EntryField.START);
    }

    /** Returns a work time on that day, with a start only if one is required. */
    WorkTime worked(LocalDate day, Duration duration) {
        return can.required().contains(EntryField.START)
                ? WorkTime.from(at(day, MORNING), duration)
                : WorkTime.on(day, duration);
    }

    /** Returns a time of day in the zone of the account. */
    OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toOffsetDateTime();
    }

    /** Returns the base entry on another day, with 45 minutes. */
    NewTimeEntry on(LocalDate day) {
        return service.base().toBuilder()
                .workTime(worked(day, Duration.ofMinutes(45)))
                .build();
    }

    /** Returns the base entry with another duration. */
    NewTimeEntry lasting(Duration duration) {
        return service.base().toBuilder().workTime(worked(day(), duration)).build();
    }

    /** Returns the base entry with another work time. */
    NewTimeEntry at(WorkTime workTime) {
        return service.base().toBuilder().workTime(workTime).build();
    }

    /** Returns the base entry with another note. */
    NewTimeEntry noted(String note) {
        return service.base().toBuilder().note(note).build();
    }

    /** Returns the people whose entries the client may write, or all people if it is read-only. */
    List<PersonRef> writers() {
        return can.writesForOthers() || can.readOnly()
                ? service.people()
                : List.of(service.people().get(0));
    }

    /** Returns entries for each project and each task of the service. */
    List<NewTimeEntry> places() {
        return Stream.concat(with(EntryField.PROJECT).stream(), with(EntryField.TASK).stream())
                .toList();
    }

    /** Returns entries that differ from the base entry in this field, with all related values. */
    List<NewTimeEntry> with(EntryField field) {
        NewTimeEntry base = service.base();
        if (!fields.contains(field)) {
            return List.of();
        }
        return switch (field) {
            case PERSON ->
                writers().stream()
                        .map(person -> base.toBuilder().person(person).build())
                        .toList();
            case PROJECT ->
                service.projects().stream()
                        .map(project -> placeless().project(project).build())
                        .toList();
            case TASK -> tasks();
            case ACTIVITY ->
                service.activities().stream()
                        .map(activity -> base.toBuilder().activity(activity).build())
                        .toList();
            case NOTE -> List.of(noted("Phone call from June."), noted("Follow-up"));
            case DATE -> List.of(on(day().minusDays(1)), on(LocalDate.of(2024, 2, 29)), on(LocalDate.of(2023, 12, 31)));
            case START ->
                List.of(
                        at(WorkTime.from(at(day(), LocalTime.of(8, 0)), Duration.ofMinutes(61))),
                        at(WorkTime.from(at(day(), LocalTime.of(15, 59)), Duration.ofMinutes(2))));
            case DURATION -> List.of(lasting(Duration.ofMinutes(1)), lasting(Duration.ofMinutes(600)));
            case BILLABLE ->
                Stream.of(Billable.YES, Billable.NO)
                        .map(billable -> base.toBuilder().billable(billable).build())
                        .toList();
            case TAGS ->
                Stream.of(List.of("tag1"), List.of("tag1", "Zürich & out"))
                        .map(tags -> base.toBuilder().tags(tags).build())
                        .toList();
            case CLIENT, INVOICE -> List.of();
        };
    }

    /** Returns an entry on each task. */
    private List<NewTimeEntry> tasks() {
        List<NewTimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < service.tasks().size(); i++) {
            NewTimeEntry.Builder entry = placeless().task(service.tasks().get(i));
            if (can.placement() == Placement.PROJECT_WITH_TASK) {
                entry.project(service.projects().get(i));
            }
            entries.add(entry.build());
        }
        return entries;
    }

    private NewTimeEntry.Builder placeless() {
        return NewTimeEntries.without(NewTimeEntries.without(service.base(), EntryField.PROJECT), EntryField.TASK)
                .toBuilder();
    }

    /** Returns an entry with a value in every writable field. */
    NewTimeEntry rich() {
        return rich(places().get(0));
    }

    /** Returns an entry at a place, with a value in every writable field. */
    NewTimeEntry rich(NewTimeEntry place) {
        NewTimeEntry.Builder entry = place.toBuilder();
        entry.person(service.people().get(0)).note("What was done");
        if (can.writable().contains(EntryField.ACTIVITY)) {
            entry.activity(service.activities().get(0));
        }
        if (can.writable().contains(EntryField.BILLABLE)) {
            entry.billable(Billable.YES);
        }
        if (can.writable().contains(EntryField.TAGS)) {
            entry.tags(List.of("tag1"));
        }
        return entry.build();
    }
}
