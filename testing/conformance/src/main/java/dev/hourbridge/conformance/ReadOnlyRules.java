package dev.hourbridge.conformance;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import org.junit.jupiter.api.Test;

/** The rules for writes to a read-only tracker. */
interface ReadOnlyRules extends Suite {
    /** Create, update and delete are invalid before any request if the capabilities list no field as writable. */
    @Test
    default void refusesEveryWriteIfItIsReadOnly() {
        TimeTracker tracker = service().tracker();
        if (!tracker.capabilities().readOnly()) {
            return;
        }
        TimeEntryId id = tracker.list(TimeEntryQuery.all()).iterator().next().id();
        TimeEntryUpdate update = TimeEntryUpdate.builder().note("Another note").build();

        Expect.refusedUnsent(
                service(), "a create", () -> tracker.create(service().base()));
        Expect.refusedUnsent(
                service(),
                "a prepared create",
                () -> tracker.prepare(service().base()).send());
        Expect.refusedUnsent(service(), "an update", () -> tracker.update(id, update));
        Expect.refusedUnsent(service(), "a delete", () -> tracker.delete(id));
    }
}
