package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules for input that is rejected before anything is sent.
 *
 * <p>Each rule expects an {@link dev.hourbridge.model.InvalidInputException} and counts the requests, because a write
 * that only the service rejects may have had an effect.
 */
interface RefusalRules extends Suite {
    /** A field that is not writable is invalid in a create. No field is dropped silently. */
    @Test
    default void refusesEveryFieldThatCannotBeWritten() {
        Set<EntryField> writable = service().tracker().capabilities().writable();
        everyField().forEach((field, entry) -> {
            if (!writable.contains(field)) {
                Expect.refusedUnsent(
                        service(),
                        "create with " + field,
                        () -> service().tracker().create(entry));
            }
        });
    }

    /** The base with each field in turn, if a new entry has it. */
    private Map<EntryField, NewTimeEntry> everyField() {
        Account account = service().tracker().account();
        Samples samples = new Samples(service());
        NewTimeEntry base = service().base();
        return Map.of(
                EntryField.PERSON,
                base.toBuilder().person(PersonRef.of(account, "1")).build(),
                EntryField.PROJECT,
                base.toBuilder().project(ProjectRef.of(account, "1")).build(),
                EntryField.TASK,
                base.toBuilder().task(TaskRef.of(account, "1")).build(),
                EntryField.ACTIVITY,
                base.toBuilder().activity(ActivityRef.of(account, "1")).build(),
                EntryField.NOTE,
                base.toBuilder().note("A note").build(),
                EntryField.START,
                samples.at(WorkTime.from(samples.at(samples.day(), LocalTime.NOON), Duration.ofHours(1))),
                EntryField.BILLABLE,
                base.toBuilder().billable(Billable.NO).build(),
                EntryField.TAGS,
                base.toBuilder().tags(List.of("tag1")).build());
    }

    /** An entry without a required field is invalid, one field at a time. */
    @Test
    default void refusesAnEntryThatLacksWhatIsRequired() {
        Capabilities can = service().tracker().capabilities();
        for (EntryField field : can.required()) {
            NewTimeEntry entry = NewTimeEntries.without(service().base(), field);
            if (!entry.equals(service().base())) {
                Expect.refusedUnsent(
                        service(),
                        "create without " + field,
                        () -> service().tracker().create(entry));
            }
        }
    }

    /**
     * The base entry without all fields that are not required must be valid. Otherwise, a required field is not
     * declared.
     */
    @Test
    default void takesAnEntryThatHasWhatIsRequiredAndNothingElse() {
        NewTimeEntry entry = service().base();
        for (EntryField field : EntryField.values()) {
            if (!service().tracker().capabilities().required().contains(field)) {
                entry = NewTimeEntries.without(entry, field);
            }
        }
        Expect.survives(service(), entry);
    }

    /**
     * If the credentials can write only their owner's entries, an entry of another person is invalid, because the
     * service would create it for the owner.
     */
    @Test
    default void refusesAnotherPersonWhereOneWritesForOneselfOnly() {
        TimeTracker tracker = service().tracker();
        if (tracker.capabilities().writesForOthers()) {
            return;
        }
        for (PersonRef other : service().people().subList(1, service().people().size())) {
            NewTimeEntry entry = service().base().toBuilder().person(other).build();
            Expect.refusedUnsent(service(), "create for another", () -> tracker.create(entry));
        }
    }

    /**
     * If only the service knows the owner of the credentials, an entry must not name any person, not even the owner.
     */
    @Test
    default void refusesEveryPersonWhereOneWritesForOneselfOnlyAndTheOwnerIsNotKnown() {
        if (service().tracker().capabilities().writesForOthers()) {
            return;
        }
        try (TimeTracker tracker = service().ownerless()) {
            assertThat(tracker.capabilities().owner()).isEmpty();
            for (PersonRef person : service().people()) {
                NewTimeEntry entry = service().base().toBuilder().person(person).build();
                Expect.refusedUnsent(service(), "create for a person", () -> tracker.create(entry));
                Expect.refusedUnsent(service(), "prepare for a person", () -> tracker.prepare(entry));
                assertThat(tracker.capabilities().writesFor(person.id())).isFalse();
            }
        }
    }

    /**
     * A reference from another account is invalid in a create and in an update, even if its id exists in this account.
     */
    @Test
    default void refusesReferencesOfAnotherAccount() {
        TimeTracker tracker = service().tracker();
        Account other = other(service());
        NewTimeEntry base = service().base();
        for (NewTimeEntry entry : List.of(
                base.toBuilder().person(foreignPerson(service())).build(),
                base.toBuilder().project(ProjectRef.of(other, "1")).build(),
                base.toBuilder().task(TaskRef.of(other, "1")).build(),
                base.toBuilder().activity(ActivityRef.of(other, "1")).build())) {
            Expect.refusedUnsent(service(), "create", () -> tracker.create(entry));
        }
        TimeEntryId own = tracker.create(base);
        for (TimeEntryUpdate update : List.of(
                TimeEntryUpdate.builder().person(foreignPerson(service())).build(),
                TimeEntryUpdate.builder().project(ProjectRef.of(other, "1")).build(),
                TimeEntryUpdate.builder().task(TaskRef.of(other, "1")).build(),
                TimeEntryUpdate.builder().activity(ActivityRef.of(other, "1")).build())) {
            Expect.refusedUnsent(service(), "update", () -> tracker.update(own, update));
        }
    }

    /** A reference from another account is invalid in a query. */
    @Test
    default void refusesQueriesByReferencesOfAnotherAccount() {
        TimeTracker tracker = service().tracker();
        Account other = other(service());
        for (TimeEntryQuery query : List.of(
                TimeEntryQuery.builder().person(foreignPerson(service())).build(),
                TimeEntryQuery.builder().project(ProjectRef.of(other, "1")).build(),
                TimeEntryQuery.builder().task(TaskRef.of(other, "1")).build())) {
            Expect.refusedUnsent(service(), "list", () -> tracker.list(query));
        }
    }

    /** An id from another account is invalid for get, update and delete. */
    @Test
    default void refusesIdsOfAnotherAccount() {
        TimeTracker tracker = service().tracker();
        TimeEntryId own = tracker.create(service().base());
        TimeEntryId foreign = TimeEntryId.of(other(service()), own.id());

        Expect.refusedUnsent(service(), "get", () -> tracker.get(foreign));
        Expect.refusedUnsent(service(), "delete", () -> tracker.delete(foreign));
        Expect.refusedUnsent(
                service(),
                "update",
                () -> tracker.update(
                        foreign, TimeEntryUpdate.builder().note("x").build()));
    }

    /** An account of the same service. */
    private static Account other(ServiceUnderTest service) {
        Account own = service.tracker().account();
        return Account.of(own.service(), own.name() + ".other.example");
    }

    /** Returns a person of another account with the id of a person in this account. */
    static PersonRef foreignPerson(ServiceUnderTest service) {
        return PersonRef.of(other(service), service.people().get(0).id());
    }
}
