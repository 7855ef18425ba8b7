package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntry;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.LiveTimerTimeEntries;
import dev.hourbridge.livetimer.TimeSummary;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** LiveTimer's answers for the probes, and calls that are answered so. */
final class LiveTimerWire {
    static final String EMPTY_LIST = "<time-entries total=\"0\" end=\"0\" start=\"0\"/>";
    static final String SUM = "<time-summary><duration type=\"integer\">0</duration></time-summary>";
    static final OffsetDateTime START = OffsetDateTime.parse("2007-08-30T08:28:00-04:00");
    static final OffsetDateTime END = OffsetDateTime.parse("2007-08-30T13:24:00-04:00");
    static final LocalDate DAY = LocalDate.of(2007, 8, 30);
    static final String REST = "<note><![CDATA[Phone call]]></note>"
            + "<created-at type=\"datetime\">2007-08-30T12:28:00Z</created-at>"
            + "<updated-at type=\"datetime\">2007-12-20T06:55:23Z</updated-at>"
            + "<user-id type=\"integer\">25</user-id><activity-id type=\"integer\">16</activity-id>";
    static final String STARTED = "<time-entry><id type=\"integer\">3864</id>"
            + "<start-time type=\"datetime\">2007-08-30T08:28:00-04:00</start-time>"
            + "<end-time type=\"datetime\">2007-08-30T13:24:00-04:00</end-time>"
            + "<duration type=\"integer\">296</duration><project-id type=\"integer\">29</project-id>" + REST
            + "</time-entry>";
    static final String DATED = "<time-entry><id type=\"integer\">3864</id>"
            + "<start-date type=\"date\">2007-08-30</start-date><duration type=\"integer\">296</duration>"
            + "<task-id type=\"integer\">41</task-id>" + REST + "</time-entry>";

    private LiveTimerWire() {}

    /** What arrived for one call. */
    record Sent(String line, String query, String body) {}

    static TimeSummary summed(String content) {
        TimeSummary[] summary = new TimeSummary[1];
        sent(
                "<time-summary>" + content + "</time-summary>",
                entries -> summary[0] = entries.summary(LiveTimerFilter.all(), Grouping.CLIENTS));
        return summary[0];
    }

    static LiveTimerEntry received(String xml, java.util.function.Function<LiveTimerTimeEntries, LiveTimerEntry> call) {
        LiveTimerEntry[] entry = new LiveTimerEntry[1];
        sent(xml, entries -> entry[0] = call.apply(entries));
        return entry[0];
    }

    /** Makes a call that is answered so, and gives the one request that it made. */
    static Sent sent(String answer, Consumer<LiveTimerTimeEntries> call) {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/xml; charset=utf-8")
                    .body(answer)
                    .build());
            try (LiveTimerClient client = LiveTimerClient.builder()
                    .baseUrl(server.url("/").toString())
                    .login("walter", "secret")
                    .build()) {
                call.accept(client.timeEntries());
            }
            assertThat(server.getRequestCount()).isEqualTo(1);
            return sent(server.takeRequest());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sent sent(RecordedRequest request) {
        String[] target = request.getTarget().replace("%2C", ",").split("\\?", 2);
        ByteString body = request.getBody();
        return new Sent(
                request.getMethod() + " " + target[0],
                target.length == 1 ? "" : target[1],
                body == null ? "" : body.string(StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
    }
}
