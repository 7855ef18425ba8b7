package dev.hourbridge.migration;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.util.Collection;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A service in memory, and what it makes of what it is sent. */
final class FakeService {
    static final String OWNER = "1";

    final Profiles profile;
    final Account account;
    final Capabilities capabilities;
    final FakeTime time;

    private final InMemoryTimeTracker memory;

    /** What the service does to a row before it stores it. */
    UnaryOperator<TimeEntry> storing = row -> row;

    FakeService(Profiles profile, FakeTime time) {
        this(profile, profile.capabilities(), time);
    }

    FakeService(Profiles profile, Capabilities capabilities, FakeTime time) {
        this.profile = profile;
        this.account = Account.of(Service.of(profile.name().toLowerCase(Locale.ROOT)), "fake");
        this.capabilities = capabilities;
        this.time = time;
        this.memory = InMemoryTimeTracker.builder(account, capabilities)
                .owner(OWNER)
                .clock(time.clock())
                .projectOfTask(task -> "of-" + task)
                .build();
    }

    /** A client with the credentials of this person. */
    InMemoryTimeTracker client(String owner) {
        return memory.sameService().owner(owner).build();
    }

    Collection<TimeEntry> rows() {
        return memory.entries();
    }

    TimeEntryId nextId() {
        return memory.newId();
    }

    /** Stores what a client sent; where it writes only its owner's entries, as the owner's whomever it names. */
    synchronized TimeEntry commit(NewTimeEntry entry, String owner) {
        NewTimeEntry booked = capabilities.writesForOthers()
                ? entry
                : entry.toBuilder().person(person(owner)).build();
        InMemoryTimeTracker client = client(owner);
        TimeEntryId id = client.create(booked);
        return memory.put(storing.apply(client.get(id)));
    }

    /** Puts a row there as it is. */
    TimeEntry add(TimeEntry row) {
        return memory.put(row);
    }

    void remove(TimeEntryId id) {
        memory.remove(id);
    }

    boolean can(EntryField field) {
        return capabilities.writable().contains(field);
    }

    PersonRef person(String id) {
        return PersonRef.of(account, id);
    }

    ProjectRef project(String id) {
        return ProjectRef.of(account, id);
    }

    TaskRef task(String id) {
        return TaskRef.of(account, id);
    }
}
