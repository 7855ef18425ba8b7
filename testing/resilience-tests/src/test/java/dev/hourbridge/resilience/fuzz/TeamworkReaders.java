package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TotalsQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Teamwork's answers. */
final class TeamworkReaders {
    private static final String JSON = "Content-Type: application/json\n";
    private static final byte[] EMPTY = "{\"time-entries\":[],\"STATUS\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    private static final Canned SERVICE = new Canned();
    private static final TeamworkClient TRACKER =
            (TeamworkClient) Service.TEAMWORK.client("https://acme.teamwork.example.com", SERVICE.options());
    private static final TimeEntryId ID = TimeEntryId.of(TRACKER.account(), "7");

    private TeamworkReaders() {}

    static void list(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        Rules.readable(() -> TRACKER.list(TimeEntryQuery.all()).forEach(Rules::whole));
    }

    static void entry(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        Rules.readable(() -> Rules.whole(TRACKER.get(ID)));
    }

    /** Up to the first line end a header Location, then the body. */
    static void created(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String location = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
        SERVICE.answer(request -> new Canned.Answer(201, JSON + "Location: " + location + "\n", body));
        Rules.readable(() -> Created.check(TRACKER, Service.TEAMWORK));
    }

    static void totals(byte[] bytes) {
        SERVICE.answer(request -> new Canned.Answer(200, JSON, bytes));
        TotalsQuery all = TotalsQuery.all();
        Rules.readable(() -> TRACKER.totals().ofAccount(all));
        Rules.readable(() -> TRACKER.total(TimeEntryQuery.all()));
        Rules.readable(() -> TRACKER.totals().ofProject(7, all));
        Rules.readable(() -> TRACKER.totals().ofTasklist(7, all));
        Rules.readable(() -> TRACKER.totals().ofTask(7, all));
        Rules.readable(() -> TRACKER.totals().perProject(all).forEach(total -> {}));
    }

    static void error(byte[] bytes) {
        Errors.read(SERVICE, TRACKER, ID, bytes);
    }

    /** Header lines, once with an empty list and once with a throttle: nobody waits beyond the deadline. */
    static void headers(byte[] bytes) {
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int status : new int[] {200, 400, 429, 503}) {
            Canned service = new Canned();
            Instant start = service.now();
            try (TeamworkClient tracker =
                    (TeamworkClient) Service.TEAMWORK.client("https://acme.teamwork.example.com", service.options())) {
                service.answer(request -> new Canned.Answer(status, head + "\n" + JSON, EMPTY));
                Rules.readable(() -> tracker.list(TimeEntryQuery.all()).forEach(Rules::whole));
            }
            if (service.waited(start).compareTo(Duration.ofMinutes(10)) > 0) {
                throw new AssertionError("a wait of more than two requests' deadlines");
            }
        }
    }
}
