package dev.hourbridge.simulators.codebase;

import static dev.hourbridge.simulators.Requests.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.CodebaseWire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebaseSimulatorTest {
    private static final String SESSIONS = "/website/time_sessions";
    private static final LocalDate DAY = LocalDate.of(2009, 9, 5);

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final CodebaseSimulator codebase =
            CodebaseSimulator.builder().clock(clock).start();
    private final CodebaseWire wire = CodebaseWire.of(codebase);

    @AfterEach
    void close() {
        codebase.close();
    }

    @Test
    void showsASessionAsDocumented() throws IOException {
        clock.set(Instant.parse("2013-09-10T18:45:44Z"));
        codebase.add(StoredCodebaseSession.builder("website", DAY, 180)
                .summary("Worked on the awesome time tracking in Codebase")
                .userId(1234)
                .build());

        HttpResponse<String> response = wire.get(SESSIONS + "/1234");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/xml; charset=utf-8");
        assertThat(lines(response.body())).containsAll(lines(fixture("codebase/show.xml")));
    }

    @Test
    void createsWithTheDefaultsOfTheDocument() {
        HttpResponse<String> response = wire.post(SESSIONS, session("Calls", "30", ""));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).contains("<id type=\"integer\">1234</id>", "<summary>Calls</summary>");
        assertThat(codebase.entries()).singleElement().satisfies(created -> {
            assertThat(created.sessionDate()).isEqualTo(LocalDate.of(2008, 1, 8));
            assertThat(created.userId()).hasValue(1234);
            assertThat(created.ticketId()).isEmpty();
            assertThat(created.createdAt()).isEqualTo(Instant.parse("2008-01-08T18:27:39Z"));
        });
    }

    @Test
    void todayIsTheAccountsDay() {
        clock.set(Instant.parse("2008-01-08T03:00:00Z"));
        try (CodebaseSimulator newYork = CodebaseSimulator.builder()
                .clock(clock)
                .zone(ZoneId.of("America/New_York"))
                .start()) {
            CodebaseWire.of(newYork).post(SESSIONS, session("Calls", "30", ""));

            assertThat(newYork.entries().get(0).sessionDate()).isEqualTo(LocalDate.of(2008, 1, 7));
        }
    }

    @Test
    void storesEveryFieldAndKeepsTextAsItIs() {
        String fields = "<session-date>2009-09-05</session-date><user_id>1235</user_id><ticket-id>12</ticket-id>";
        wire.post(SESSIONS, session("a &lt;b&gt; &amp; ]]&gt; \uD83D\uDE80\n  c ", "90", fields));

        StoredCodebaseSession created = codebase.entries().get(0);
        assertThat(created.summary()).isEqualTo("a <b> & ]]> \uD83D\uDE80\n  c ");
        assertThat(created.sessionDate()).isEqualTo(DAY);
        assertThat(created.userId()).hasValue(1235);
        assertThat(created.ticketId()).hasValue(12);
        assertThat(wire.get(SESSIONS + "/" + created.id()).body())
                .contains("<summary>a &lt;b&gt; &amp; ]]&gt; \uD83D\uDE80\n  c </summary>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<summary>a</summary>                                                            | Minutes can't be blank",
                "<minutes>1</minutes>                                                            | Summary can't be blank",
                "<summary>a</summary><minutes>60:00</minutes>                                    | Minutes is not a number",
                "<summary>a</summary><minutes>1</minutes><session-date>5/9/09</session-date>      | Session date is invalid",
                "<summary>a</summary><minutes>1</minutes><user-id>9</user-id>                     | User is invalid",
                "<summary>a</summary><minutes>1</minutes><ticket-id>x</ticket-id>                 | Ticket is not a number",
                "<summary>a</summary><minutes>1</minutes><id>7</id>                               | Unknown attribute id",
            })
    void rejectsWhatItCannotStore(String fields, String error) {
        HttpResponse<String> response = wire.post(SESSIONS, "<time-session>" + fields + "</time-session>");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("<errors>\n  <error>" + error + "</error>\n</errors>");
        assertThat(codebase.entries()).isEmpty();
    }

    @Test
    void rejectsABodyThatIsNoXmlOrHasADoctype() {
        assertThat(wire.post(SESSIONS, "{}").statusCode()).isEqualTo(400);
        assertThat(wire.post(SESSIONS, "<!DOCTYPE x [<!ENTITY e 'x'>]>" + session("&e;", "1", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(codebase.entries()).isEmpty();
    }

    @Test
    void replacesTheWholeSessionAndRespondsWithoutABody() {
        StoredCodebaseSession old = codebase.add(StoredCodebaseSession.builder("website", DAY, 60)
                .summary("Old")
                .userId(1234)
                .ticketId(5)
                .build());
        clock.advance(Duration.ofHours(1));

        HttpResponse<String> response =
                wire.put(SESSIONS + "/" + old.id(), session("New", "61", "<session-date>2009-09-06</session-date>"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        StoredCodebaseSession now = codebase.entries().get(0);
        assertThat(now.summary()).isEqualTo("New");
        assertThat(now.minutes()).isEqualTo(61);
        assertThat(now.userId()).isEmpty();
        assertThat(now.ticketId()).isEmpty();
        assertThat(now.createdAt()).isEqualTo(old.createdAt());
        assertThat(now.updatedAt()).isEqualTo(old.updatedAt().plusSeconds(3600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<minutes>5</minutes><session-date>2009-09-05</session-date>",
                "<summary>New</summary><session-date>2009-09-05</session-date>",
                "<summary>New</summary><minutes>5</minutes>",
            })
    void rejectsToReplaceASessionByHalfOfOne(String fields) {
        StoredCodebaseSession old = codebase.add(
                StoredCodebaseSession.builder("website", DAY, 60).userId(1234).build());

        assertThat(wire.put(SESSIONS + "/" + old.id(), "<time-session>" + fields + "</time-session>")
                        .statusCode())
                .isEqualTo(422);
        assertThat(codebase.entries()).containsExactly(old);
    }

    @Test
    void deletesUnlessSomethingDependsOnIt() {
        StoredCodebaseSession one =
                codebase.add(StoredCodebaseSession.builder("website", DAY, 1).build());
        StoredCodebaseSession two =
                codebase.add(StoredCodebaseSession.builder("website", DAY, 2).build());
        codebase.blockDelete(two.id());

        assertThat(wire.delete(SESSIONS + "/" + one.id()).statusCode()).isEqualTo(200);
        assertThat(wire.delete(SESSIONS + "/" + one.id()).statusCode()).isEqualTo(404);
        assertThat(wire.delete(SESSIONS + "/" + two.id()).statusCode()).isEqualTo(409);
        assertThat(codebase.entries()).containsExactly(two);
    }

    @Test
    void filtersByUserAndDaysWithoutTheLast() {
        for (int day = 1; day <= 5; day++) {
            codebase.add(StoredCodebaseSession.builder("website", LocalDate.of(2009, 9, day), day)
                    .userId(day == 3 ? 1235 : 1234)
                    .build());
        }
        assertThat(minutes(wire.get(SESSIONS + "?from=2009-09-02&to=2009-09-04")))
                .containsExactly("2", "3");
        assertThat(minutes(wire.get(SESSIONS + "?user=1235"))).containsExactly("3");
        assertThat(minutes(wire.get(SESSIONS + "?user=1234&from=2009-09-03"))).containsExactly("4", "5");
        assertThat(minutes(wire.get("/app/time_sessions"))).isEmpty();
    }

    @Test
    void includesTheLastDayIfSetTo() {
        try (CodebaseSimulator inclusive =
                CodebaseSimulator.builder().toInclusive(true).start()) {
            inclusive.add(StoredCodebaseSession.builder("website", DAY, 7).build());

            assertThat(minutes(CodebaseWire.of(inclusive).get(SESSIONS + "?to=2009-09-05")))
                    .containsExactly("7");
            assertThat(minutes(wire.get(SESSIONS + "?to=2009-09-05"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=2", "?from=yesterday", "?user=alice", "?user=1&user=2"})
    void rejectsAFilterThatItDoesNotKnow(String query) {
        assertThat(wire.get(SESSIONS + query).statusCode()).isEqualTo(422);
    }

    @Test
    void listsTheDayTheWeekAndTheMonth() {
        // The clock stands on Tuesday, 8 January 2008.
        int[] days = {31, 1, 6, 7, 8, 9, 13, 14};
        for (int day : days) {
            codebase.add(StoredCodebaseSession.builder(
                            "website", day == 31 ? LocalDate.of(2007, 12, 31) : LocalDate.of(2008, 1, day), day)
                    .build());
        }
        assertThat(minutes(wire.get(SESSIONS + "/day"))).containsExactly("8");
        assertThat(minutes(wire.get(SESSIONS + "/week"))).containsExactly("7", "8", "9", "13");
        assertThat(minutes(wire.get(SESSIONS + "/month"))).containsExactly("1", "6", "7", "8", "9", "13", "14");
        assertThat(minutes(wire.get(SESSIONS + "/month?from=2008-01-13"))).containsExactly("13", "14");
        assertThat(codebase.requests().countsByOperation())
                .containsEntry("list-day", 1L)
                .containsEntry("list-week", 1L)
                .containsEntry("list-month", 2L);
    }

    @Test
    void goesByTheCreationIfSetTo() {
        try (CodebaseSimulator byCreation =
                CodebaseSimulator.builder().clock(clock).periodsByCreation(true).start()) {
            byCreation.add(StoredCodebaseSession.builder("website", DAY, 7).build());

            assertThat(minutes(CodebaseWire.of(byCreation).get(SESSIONS + "/day")))
                    .containsExactly("7");
        }
    }

    @Test
    void namesTheRootOfAnEmptyListDifferently() {
        assertThat(wire.get(SESSIONS).body()).contains("<time-sessions type=\"array\"/>");
        assertThat(wire.get(SESSIONS).body()).contains("<nil-classes type=\"array\"/>");
        assertThat(wire.get(SESSIONS).body()).contains("<objects type=\"array\"/>");
    }

    @Test
    void spellsNothingInAllWaysAndAddsWhatIsNotDocumented() {
        for (int i = 0; i < 12; i++) {
            codebase.add(StoredCodebaseSession.builder("website", DAY, i).build());
        }
        String list = wire.get(SESSIONS).body();

        assertThat(list)
                .contains(
                        "<ticket-id nil=\"true\"/>",
                        "<ticket-id type=\"integer\" nil=\"true\"></ticket-id>",
                        "<ticket-id></ticket-id>",
                        "<user-id nil=\"true\"/>",
                        "<user-id></user-id>",
                        "<milestone-id type=\"integer\">77</milestone-id>",
                        "<minutes>");
        assertThat(Pattern.compile("<ticket-id").matcher(list).results().count())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"application/json,application/xml", "application/xml,application/json", "*/*,application/xml"})
    void demandsXmlInBothHeadersOfEveryRequest(String accept, String contentType) {
        CodebaseWire other = wire.speaking(accept, contentType);

        assertThat(other.get(SESSIONS).statusCode()).isEqualTo(406);
        assertThat(other.post(SESSIONS, session("a", "1", "")).statusCode()).isEqualTo(406);
        assertThat(codebase.entries()).isEmpty();
    }

    @Test
    void rejectsMethodsWith406AndUnknownPathsWithAnEmpty404() {
        assertThat(wire.put(SESSIONS, session("a", "1", "")).statusCode()).isEqualTo(406);
        HttpResponse<String> missing = wire.get(SESSIONS + "/99");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEmpty();
        assertThat(wire.get("/nowhere/time_sessions").statusCode()).isEqualTo(404);
        assertThat(wire.get("/app/tickets").statusCode()).isEqualTo(404);
    }

    @Test
    void knowsWhoAsks() {
        assertThat(CodebaseWire.of(codebase, "alice", codebase.apiKey())
                        .get(SESSIONS)
                        .statusCode())
                .isEqualTo(401);
        assertThat(CodebaseWire.of(codebase, "acme/alice", "wrong")
                        .get(SESSIONS)
                        .statusCode())
                .isEqualTo(401);
        assertThat(wire.get("/vault/time_sessions").statusCode()).isEqualTo(403);
        assertThat(CodebaseWire.of(codebase, "acme/bob", codebase.apiKey("bob"))
                        .get("/vault/time_sessions")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void losesAResponseOnCommand() {
        codebase.faults().next(operation("create"), Fault.lostResponse());

        assertThatThrownBy(() -> wire.post(SESSIONS, session("a", "1", ""))).isInstanceOf(UncheckedIOException.class);

        assertThat(codebase.entries()).hasSize(1);
    }

    @Test
    void seedsDuplicatesAndEverySpecialKindAlikeForASeed() {
        codebase.seed(7, 100);
        try (CodebaseSimulator other = CodebaseSimulator.builder().clock(clock).start()) {
            other.seed(7, 100);
            assertThat(other.entries()).isEqualTo(codebase.entries());
        }
        List<StoredCodebaseSession> anonymous = codebase.entries().stream()
                .map(session -> session.toBuilder().id(0).build())
                .toList();
        assertThat(anonymous).hasSize(100).anyMatch(session -> session.summary().length() > 500);
        assertThat(anonymous.stream().distinct().count()).isLessThan(100);
        assertThat(anonymous).anyMatch(session -> session.userId().isEmpty());
    }

    @Test
    void streamsAMillionGeneratedSessions() throws IOException {
        codebase.generate(
                "app",
                1_000_000,
                index -> StoredCodebaseSession.builder("app", DAY.plusDays(index % 10), 1)
                        .userId(1234)
                        .build());

        // A day's worth is filtered on the way.
        assertThat(minutes(wire.get("/app/time_sessions?from=2009-09-14&to=2009-09-15")))
                .hasSize(100_000);
        long bytes = 0;
        try (InputStream body = wire.send("GET", "/app/time_sessions", "", BodyHandlers.ofInputStream())
                .body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        assertThat(bytes).isGreaterThan(300_000_000);
    }

    private static String session(String summary, String minutes, String more) {
        return "<time-session><summary>" + summary + "</summary><minutes type=\"integer\">" + minutes + "</minutes>"
                + more + "</time-session>";
    }

    private static List<String> minutes(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Pattern.compile("<minutes[^>]*>([0-9]+)<")
                .matcher(response.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> lines(String xml) {
        return xml.lines().filter(line -> !line.startsWith("<!--")).toList();
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CodebaseSimulatorTest.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
