package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import java.util.Arrays;

/** Failures: the first byte says the status and the content type, the rest is the body. */
final class Errors {
    private static final int[] STATUSES = {400, 401, 403, 404, 406, 409, 422, 429, 500, 501, 301, 302};
    private static final String[] TYPES = {
        "application/json", "application/xml", "text/html", "text/plain", "text/plain; charset=UTF-16", "nonsense"
    };

    private Errors() {}

    static void read(Canned service, TimeTracker tracker, TimeEntryId id, byte[] bytes) {
        int choice = bytes.length == 0 ? 0 : bytes[0] & 0xff;
        byte[] body = bytes.length == 0 ? bytes : Arrays.copyOfRange(bytes, 1, bytes.length);
        int status = STATUSES[choice % STATUSES.length];
        String type = "Content-Type: " + TYPES[choice / STATUSES.length % TYPES.length] + "\n";
        service.answer(request -> new Canned.Answer(status, type, body));
        Rules.readable(() -> {
            try {
                tracker.get(id);
            } catch (HourbridgeException e) {
                // Without a fresh token to be had, TeamPulse's 401 is told as that, and has no status.
                if (e.status().orElse(401) != status) {
                    throw new AssertionError("another status than came");
                }
                throw e;
            }
            throw new AssertionError("a failure that was read as an entry");
        });
    }
}
