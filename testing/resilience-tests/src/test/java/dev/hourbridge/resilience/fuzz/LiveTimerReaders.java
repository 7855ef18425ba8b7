package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.TimeSummary;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.resilience.Service;

/** LiveTimer's answers. */
final class LiveTimerReaders {
    private static final String XML = "Content-Type: application/xml\n";
    private static final Canned SERVICE = new Canned();
    private static final LiveTimerClient TRACKER =
            (LiveTimerClient) Service.LIVETIMER.client("https://acme.livetimer.example.com", SERVICE.options());
    private static final TimeEntryId ID = TimeEntryId.of(TRACKER.account(), "7");

    private LiveTimerReaders() {}

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
        Rules.readable(() -> Created.check(TRACKER, Service.LIVETIMER));
    }

    static void summary(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, XML, bytes));
        Rules.readable(() -> Rules.same(sum(), sum()));
    }

    private static TimeSummary sum() {
        return TRACKER.timeEntries().summary(LiveTimerFilter.all(), Grouping.TASKS);
    }

    static void error(byte[] bytes) {
        Errors.read(SERVICE, TRACKER, ID, bytes);
    }
}
