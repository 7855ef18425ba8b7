package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.teampulse.ODataQuery;
import dev.hourbridge.teampulse.TeamPulseClient;
import java.nio.charset.StandardCharsets;

/** TeamPulse's answers, and those of its token endpoint. */
final class TeamPulseReaders {
    private static final String HOST = "https://teampulse.example.com/TeamPulse";
    private static final String JSON = "Content-Type: application/json\n";
    private static final Canned SERVICE = new Canned();
    private static final TeamPulseClient TRACKER = (TeamPulseClient) Service.TEAMPULSE.client(HOST, SERVICE.options());
    private static final TimeEntryId ID = TimeEntryId.of(TRACKER.account(), "7");
    private static final String SECRET = "hunter2";

    private TeamPulseReaders() {}

    static void list(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        Rules.readable(() -> TRACKER.list(TimeEntryQuery.all()).forEach(Rules::whole));
    }

    static void entry(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        Rules.readable(() -> Rules.whole(TRACKER.get(ID)));
    }

    static void created(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(201, JSON, bytes));
        Rules.readable(() -> Created.check(TRACKER, Service.TEAMPULSE));
    }

    static void workTypes(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        Rules.readable(() -> TRACKER.workTypes().list(7, ODataQuery.all()).forEach(type -> {}));
    }

    static void error(byte[] bytes) {
        // A refused access token is given up for good, so each failure meets a client of its own.
        try (TimeTracker tracker = Service.TEAMPULSE.client(HOST, SERVICE.options())) {
            Errors.read(SERVICE, tracker, ID, bytes);
        }
    }

    /** The value of {@code WWW-Authenticate}: the password goes to no other origin, whatever it says. */
    static void challenge(byte[] bytes) {
        String value = new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        logIn("WWW-Authenticate: " + value + "\n", "wrap_access_token=x".getBytes(StandardCharsets.UTF_8));
    }

    /** The body of the token endpoint's answer. */
    static void token(byte[] bytes) {
        logIn("WWW-Authenticate: WRAP\n", bytes);
    }

    private static void logIn(String challenge, byte[] token) {
        Canned service = new Canned();
        service.answer(request -> {
            if (request.method().equals("POST")) {
                if (!request.url().host().equals("teampulse.example.com")
                        || request.url().port() != 443) {
                    throw new AssertionError("a password for another origin");
                }
                return new Canned.Answer(200, "Content-Type: text/plain\n", token);
            }
            return new Canned.Answer(401, challenge, new byte[0]);
        });
        try (TeamPulseClient tracker = TeamPulseClient.builder()
                .baseUrl(HOST)
                .login("june", SECRET)
                .http(service.options().toBuilder()
                        .retryPolicy(RetryPolicy.never())
                        .build())
                .build()) {
            Rules.readable(() -> tracker.get(TimeEntryId.of(tracker.account(), "7")));
        }
    }
}
