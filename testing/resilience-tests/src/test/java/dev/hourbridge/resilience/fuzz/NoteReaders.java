package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.NewLiveTimerEntry;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.Pagers;
import dev.hourbridge.resilience.Service;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Texts that are written and read again, and texts that stand in one field of an answer. */
final class NoteReaders {
    private static final String XML = "Content-Type: application/xml\n";
    private static final Canned SERVICE = new Canned();
    private static final LiveTimerClient LIVETIMER =
            (LiveTimerClient) Service.LIVETIMER.client("https://acme.livetimer.example.com", SERVICE.options());
    private static final TimeTracker[] TRACKERS = {
        LIVETIMER,
        Service.TEAMWORK.client("https://acme.teamwork.example.com", SERVICE.options()),
        Service.TEAMPULSE.client("https://teampulse.example.com", SERVICE.options()),
        Service.CODEBASE.client("https://codebase.example.com", SERVICE.options())
    };

    private NoteReaders() {}

    /** What the client writes comes back from a service that keeps the document, and is the same. */
    static void roundTrip(byte[] bytes) {
        String note = new String(bytes, bytes.length % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
        SERVICE.answer(request -> new Canned.Answer(
                201,
                XML,
                Canned.body(request)
                        .replaceFirst("<time-entry>", "<time-entry><id>1</id>")
                        .getBytes(StandardCharsets.UTF_8)));
        try {
            String read = LIVETIMER
                    .timeEntries()
                    .create(NewLiveTimerEntry.durationOnly(LocalDate.of(2024, 6, 12), 1)
                            .note(note)
                            .build())
                    .note();
            Rules.same(note.replace("\r\n", "\n").replace('\r', '\n'), read);
        } catch (InvalidInputException e) {
            Rules.fitForALog(String.valueOf(e.getMessage()), true);
        }
    }

    /** One text as the day of a session, and as the start, the end and the duration of an entry. */
    static void dates(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replace("&", "")
                .replace("<", "")
                .replace("]]>", "");
        String[] parts = text.split("\\|", -1);
        String start = parts[0];
        String end = parts.length > 1 ? parts[1] : start;
        String duration = parts.length > 2 ? parts[2] : "1";
        xml("<time-entries><time-entry><id>1</id><start-time>" + start + "</start-time><end-time>" + end
                + "</end-time></time-entry></time-entries>");
        xml("<time-entries><time-entry><id>1</id><start-date>" + start + "</start-date><duration>" + duration
                + "</duration><created-at>" + end + "</created-at></time-entry></time-entries>");
        String value = start.replace("\\", "").replace("\"", "");
        String hours = duration.replace("\\", "").replace("\"", "");
        json(
                1,
                "{\"time-entries\":[{\"id\":1,\"date\":\"" + value + "\",\"dateUserPerspective\":\""
                        + end.replace("\\", "").replace("\"", "") + "\",\"hours\":\"" + hours + "\",\"minutes\":\""
                        + hours + "\",\"has-start-time\":\"1\"}],\"STATUS\":\"OK\"}");
        json(2, "{\"results\":[{\"id\":1,\"date\":\"" + value + "\",\"hours\":\"" + hours + "\"}]}");
    }

    private static void xml(String document) {
        SERVICE.answer(request -> new Canned.Answer(200, XML, document.getBytes(StandardCharsets.UTF_8)));
        Rules.readable(() -> LIVETIMER.list(TimeEntryQuery.all()).forEach(Rules::whole));
    }

    private static void json(int tracker, String document) {
        SERVICE.answer(request ->
                new Canned.Answer(200, "Content-Type: application/json\n", document.getBytes(StandardCharsets.UTF_8)));
        Rules.readable(() -> TRACKERS[tracker].list(TimeEntryQuery.all()).forEach(Rules::whole));
    }

    static void pageToken(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SERVICE.answer(request -> new Canned.Answer(404, "", new byte[0]));
        Rules.readable(() -> {
            PageToken token = PageToken.parse(text);
            Rules.same(token, PageToken.parse(token.toString()));
        });
        TimeEntryQuery june = TimeEntryQuery.between(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30));
        for (TimeTracker tracker : TRACKERS) {
            for (TimeEntryQuery query : List.of(TimeEntryQuery.all(), june)) {
                Rules.readable(() ->
                        tracker.list(query).startingAt(PageToken.parse(text)).forEach(Rules::whole));
                // The same as one of this list.
                Rules.readable(() -> tracker.list(query)
                        .startingAt(Pagers.scoped(PageToken.parse(text), tracker.account() + " " + query))
                        .forEach(Rules::whole));
            }
        }
    }
}
