package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;

/** Codebase's answers. */
final class CodebaseReaders {
    private static final String XML = "Content-Type: application/xml\n";
    private static final Canned SERVICE = new Canned();
    private static final TimeTracker TRACKER =
            Service.CODEBASE.client("https://codebase.example.com", SERVICE.options());
    private static final TimeEntryId ID = TimeEntryId.of(TRACKER.account(), "website/7");

    private CodebaseReaders() {}

    static void list(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, XML, bytes));
        Rules.readable(() -> TRACKER.list(TimeEntryQuery.all()).forEach(Rules::whole));
    }

    static void entry(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, XML, bytes));
        Rules.readable(() -> Rules.whole(TRACKER.get(ID)));
    }

    static void created(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(201, XML, bytes));
        Rules.readable(() -> Created.check(TRACKER, Service.CODEBASE));
    }

    static void error(byte[] bytes) {
        Errors.read(SERVICE, TRACKER, ID, bytes);
    }
}
