package dev.hourbridge.simulators.livetimer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Wire;
import dev.hourbridge.simulators.wire.Xml;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimerWriteTest {
    private static final String TIMES =
            "<start-time>2008-01-08T16:01:00-05:00</start-time><end-time>2008-01-08T16:11:00-05:00</end-time>";
    private static final String DATED = "<start-date>2008-01-08</start-date><duration>10</duration>";

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final LiveTimerSimulator liveTimer =
            LiveTimerSimulator.builder().clock(clock).start();
    private final Wire walter = wire("walter");
    private final Wire olive = wire("olive");

    @AfterEach
    void close() {
        liveTimer.close();
    }

    private Wire wire(String user) {
        return new Wire(liveTimer.url(), user, liveTimer.password(user), "application/xml");
    }

    private static String entry(String fields) {
        return "<time-entry>" + fields + "</time-entry>";
    }

    private StoredLiveTimerEntry only() {
        assertThat(liveTimer.entries()).hasSize(1);
        return liveTimer.entries().get(0);
    }

    @Test
    void createsTheDocumentedStartStopEntry() {
        HttpResponse<String> response = walter.post("/time_entries.xml", """
                <time-entry>
                  <!-- start and end times (REQUIRED) -->
                  <start-time>2008-01-08T16:01:00-05:00</start-time>
                  <end-time>2008-01-08T16:11:00-05:00</end-time>
                  <project-id>28</project-id>
                  <activity-id>16</activity-id>
                  <note>
                    <![CDATA[Phone call from June.]]>
                  </note>
                </time-entry>
                """);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/xml; charset=utf-8");
        assertThat(response.headers().firstValue("Location")).contains("/time_entries/3864.xml");
        assertThat(response.body()).isEqualToIgnoringWhitespace("""
                <?xml version="1.0" encoding="UTF-8"?>
                <time-entry>
                  <id type="integer">3864</id>
                  <user-id type="integer">25</user-id>
                  <start-time type="datetime">2008-01-08T16:01:00-05:00</start-time>
                  <end-time type="datetime">2008-01-08T16:11:00-05:00</end-time>
                  <duration type="integer">10</duration>
                  <project-id type="integer">28</project-id>
                  <activity-id type="integer">16</activity-id>
                  <note>
                    <![CDATA[Phone call from June.]]>
                  </note>
                  <created-at type="datetime">2008-01-08T18:27:39Z</created-at>
                  <updated-at type="datetime">2008-01-08T18:27:39Z</updated-at>
                </time-entry>
                """);
        assertThat(only().note()).isEqualTo("Phone call from June.");
    }

    @Test
    void createsTheDocumentedDurationOnlyEntry() {
        Xml created = new Xml(walter.post(
                        "/time_entries.xml", entry(DATED + "<project-id>28</project-id><activity-id>16</activity-id>"))
                .body());

        assertThat(created.get("/time-entry/start-date[@type='date']")).isEqualTo("2008-01-08");
        assertThat(created.get("/time-entry/duration")).isEqualTo("10");
        assertThat(created.all("/time-entry/start-time")).isEmpty();
        assertThat(only().startDate()).contains(LocalDate.of(2008, 1, 8));
    }

    @Test
    void truncatesSecondsAndKeepsOffsets() {
        walter.post(
                "/time_entries.xml",
                entry("<start-time>2008-01-08T16:01:59+05:45</start-time>"
                        + "<end-time>2008-01-08T16:11:58Z</end-time>"));

        assertThat(only().startTime()).contains(OffsetDateTime.parse("2008-01-08T16:01:00+05:45"));
        assertThat(only().endTime()).contains(OffsetDateTime.parse("2008-01-08T16:11:00Z"));
        assertThat(only().minutes()).isEqualTo(355);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <start-date>2008-01-08</start-date>                                   | Duration can't be blank
            <duration>10</duration>                                               | Duration is calculated from start time and end time
            <start-time>2008-01-08T16:01:00-05:00</start-time>                    | End time can't be blank
            <note>x</note>                                                        | Start time can't be blank
            <start-date>20080108</start-date><duration>10</duration>              | Start date is invalid
            <start-date>2008-02-30</start-date><duration>10</duration>            | Start date is invalid
            <start-date>2008-01-08</start-date><duration>1.5</duration>           | Duration is not a number
            <start-date>2008-01-08</start-date><duration>-5</duration>            | Duration is not a number
            <start-time>2008-01-08T16:01:00</start-time><end-time>x</end-time>    | Start time is invalid
            <start-date>2008-01-08</start-date><duration>1</duration><user-id>26</user-id>      | Unknown field user-id
            <start-date>2008-01-08</start-date><duration>1</duration><project-id>999</project-id> | Project does not exist
            <start-date>2008-01-08</start-date><duration>1</duration><project-id>28</project-id><task-id>40</task-id> | Project or task may be specified, but not both
            <start-date>2008-01-08</start-date><duration>1</duration><duration>2</duration>     | Field duration occurs twice
            """)
    void rejectsABodyThatIsNotAnEntry(String fields, String reason) {
        HttpResponse<String> response = walter.post("/time_entries.xml", entry(fields));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new Xml(response.body()).all("/errors/error")).containsExactly(reason);
        assertThat(liveTimer.entries()).isEmpty();
    }

    @Test
    void rejectsAnEndBeforeTheStart() {
        HttpResponse<String> response = walter.post(
                "/time_entries.xml",
                entry("<start-time>2008-01-08T16:11:00-05:00</start-time>"
                        + "<end-time>2008-01-08T16:01:00-05:00</end-time>"));

        assertThat(new Xml(response.body()).get("/errors/error")).isEqualTo("End time must be after start time");
    }

    @Test
    void rejectsAnEndThousandsOfYearsLater() {
        HttpResponse<String> response = walter.post(
                "/time_entries.xml",
                entry("<start-time>0001-01-08T16:11:00Z</start-time><end-time>9999-01-08T16:01:00Z</end-time>"));

        assertThat(new Xml(response.body()).get("/errors/error")).isEqualTo("End time is invalid");
    }

    @Test
    void seesNoFieldsUnderAnotherContentType() {
        Wire plain = new Wire(liveTimer.url(), "walter", "sesame", "text/plain");

        HttpResponse<String> response = plain.post("/time_entries.xml", entry(TIMES));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new Xml(response.body()).get("/errors/error")).isEqualTo("Start time can't be blank");
    }

    @Test
    void rejectsABodyThatIsNotXmlOrHasADoctype() {
        assertThat(walter.post("/time_entries.xml", "{}").statusCode()).isEqualTo(400);
        assertThat(walter.post("/time_entries.xml", "<!DOCTYPE x []>" + entry(TIMES))
                        .statusCode())
                .isEqualTo(400);
        assertThat(liveTimer.entries()).isEmpty();
    }

    @Test
    void updatesOnlyWhatIsSentAndRespondsWithASingleBlank() {
        StoredLiveTimerEntry before = liveTimer.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 10)
                .note("a")
                .projectId(28)
                .build());
        clock.advance(Duration.ofMinutes(3));

        HttpResponse<String> response =
                walter.put("/time_entries/" + before.id() + ".xml", entry("<duration>20</duration>"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(" ");
        assertThat(only().minutes()).isEqualTo(20);
        assertThat(only().note()).isEqualTo("a");
        assertThat(only().projectId()).hasValue(28);
        assertThat(only().createdAt()).isEqualTo(Instant.parse("2008-01-08T18:27:39Z"));
        assertThat(only().updatedAt()).isEqualTo(Instant.parse("2008-01-08T18:30:39Z"));
    }

    @Test
    void clearsAFieldThatIsSentEmpty() {
        StoredLiveTimerEntry before = liveTimer.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 10)
                .note("a")
                .taskId(40)
                .activityId(16)
                .build());

        walter.put("/time_entries/" + before.id() + ".xml", entry("<note/><task-id></task-id><activity-id/>"));

        assertThat(only().note()).isEmpty();
        assertThat(only().taskId()).isEqualTo(OptionalLong.empty());
        assertThat(only().activityId()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void turnsADurationOnlyEntryIntoAStartEndEntryByAnEmptyStartDate() {
        String path = "/time_entries/"
                + liveTimer
                        .add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 99)
                                .build())
                        .id()
                + ".xml";

        assertThat(walter.put(path, entry(TIMES)).statusCode()).isEqualTo(422);
        assertThat(walter.put(path, entry("<start-date/>")).statusCode()).isEqualTo(422);
        assertThat(only().minutes()).isEqualTo(99);

        assertThat(walter.put(path, entry("<start-date></start-date>" + TIMES)).statusCode())
                .isEqualTo(200);
        assertThat(only().startDate()).isEmpty();
        assertThat(only().startTime()).contains(OffsetDateTime.parse("2008-01-08T16:01:00-05:00"));
        assertThat(only().minutes()).isEqualTo(10);
    }

    @Test
    void turnsAStartEndEntryIntoADurationOnlyEntry() {
        OffsetDateTime start = OffsetDateTime.parse("2008-01-08T16:01:00-05:00");
        String path = "/time_entries/"
                + liveTimer
                        .add(StoredLiveTimerEntry.startEnd(25, start, start.plusHours(1))
                                .build())
                        .id()
                + ".xml";

        assertThat(walter.put(path, entry("<start-date>2008-01-09</start-date>"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(walter.put(path, entry("<start-date>2008-01-09</start-date><duration>7</duration>"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(only().startTime()).isEmpty();
        assertThat(only().endTime()).isEmpty();
        assertThat(only().startDate()).contains(LocalDate.of(2008, 1, 9));
        assertThat(only().minutes()).isEqualTo(7);
    }

    @Test
    void deletesOnce() {
        String path = "/time_entries/"
                + liveTimer
                        .add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 1)
                                .build())
                        .id()
                + ".xml";

        HttpResponse<String> response = walter.delete(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(" ");
        assertThat(liveTimer.entries()).isEmpty();
        assertThat(walter.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void rejectsAWriteOfAnotherUsersEntries() {
        String walters = "/time_entries/"
                + liveTimer
                        .add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 1)
                                .build())
                        .id()
                + ".xml";
        String olives = "/time_entries/"
                + liveTimer
                        .add(StoredLiveTimerEntry.durationOnly(26, LocalDate.of(2008, 1, 8), 1)
                                .build())
                        .id()
                + ".xml";

        // Who may view reports sees the entry, and still may not write it.
        assertThat(walter.get(olives).statusCode()).isEqualTo(200);
        assertThat(walter.put(olives, entry(DATED)).statusCode()).isEqualTo(403);
        assertThat(walter.delete(olives).statusCode()).isEqualTo(403);
        assertThat(olive.get(walters).statusCode()).isEqualTo(404);
        assertThat(olive.delete(walters).statusCode()).isEqualTo(404);
        assertThat(liveTimer.entries()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"walter:wrong", "nobody:sesame", "igor:gone"})
    void rejectsUnknownWrongAndInactiveUsersInPlainText(String credentials) {
        int colon = credentials.indexOf(':');
        Wire wire = new Wire(
                liveTimer.url(), credentials.substring(0, colon), credentials.substring(colon + 1), "application/xml");

        HttpResponse<String> response = wire.get("/time_entries.xml");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("HTTP Basic: Access denied.\n");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm="));
    }

    @Test
    void respondsToUnknownPathsAndMethodsInHtml() {
        HttpResponse<String> missing = walter.get("/time_entries/1.xml");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).startsWith("<!DOCTYPE html>");
        assertThat(walter.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(walter.get("/time_entries").statusCode()).isEqualTo(404);

        HttpResponse<String> wrongMethod = walter.post("/time_entries/summary.xml", entry(TIMES));
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET");
        assertThat(walter.delete("/time_entries.xml").statusCode()).isEqualTo(405);
    }
}
