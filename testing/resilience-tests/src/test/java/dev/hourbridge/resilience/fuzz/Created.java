package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;

/** The answer to a create: an id, or an exception that says what is known of the entry. */
final class Created {
    private Created() {}

    static void check(TimeTracker tracker, Service service) {
        try {
            TimeEntryId id = tracker.create(service.newEntry(tracker));
            if (!id.id().matches("(website/)?[1-9][0-9]{0,17}")) {
                throw new AssertionError("an id that no service gives");
            }
        } catch (HourbridgeException e) {
            if (e.outcome().isEmpty()) {
                throw new AssertionError("a create that failed without a word on its outcome");
            }
            throw e;
        }
    }
}
