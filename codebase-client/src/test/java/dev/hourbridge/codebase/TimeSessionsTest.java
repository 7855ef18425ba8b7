package dev.hourbridge.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSessionsTest {
    private static final NewTimeSession NEW =
            NewTimeSession.builder().summary("Design").minutes(90).build();

    private final Wire wire = new Wire();
    private final TimeSessions sessions = wire.client.timeSessions();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void readsTheDocumentedSample() {
        wire.answers(200, Wire.fixture("documented/session.xml"));
        TimeSession session = sessions.get("website", 1234);
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/1234");
        assertThat(session.id()).isEqualTo(1234);
        assertThat(session.summary()).isEqualTo("Worked on the awesome time tracking in Codebase");
        assertThat(session.minutes()).isEqualTo(180);
        assertThat(session.sessionDate()).isEqualTo("2009-09-05");
        assertThat(session.userId()).hasValue(1234);
        assertThat(session.ticketId()).isEmpty();
        assertThat(session.createdAt()).contains(Instant.parse("2013-09-10T18:45:44Z"));
        assertThat(session.updatedAt()).contains(Instant.parse("2013-09-10T18:45:44Z"));
        assertThat(session.unknownFields()).isEmpty();
    }

    @Test
    void readsNullInThreeSpellingsAndKeepsWhatItDoesNotKnow() {
        wire.answers(200, Wire.fixture("invented/list-nulls.xml"));
        List<TimeSession> read = sessions.list("website").stream().toList();
        assertThat(read).hasSize(3).allSatisfy(session -> {
            assertThat(session.userId()).isEmpty();
            assertThat(session.ticketId()).isEmpty();
        });
        assertThat(read).extracting(TimeSession::summary).containsExactly("nil with a type", "", "");
        assertThat(read).extracting(TimeSession::minutes).containsExactly(15, 0, 1439);
        assertThat(read.get(0).unknownFields())
                .containsExactly(Map.entry("milestone-id", "7"), Map.entry("approved", ""));
        assertThat(read.get(2).updatedAt()).contains(Instant.parse("2013-09-10T17:45:44Z"));
    }

    /** How Rails 1.2 writes null. */
    @Test
    void readsAnUnknownElementThatIsTypedButEmptyAsNothing() {
        wire.answers(
                200,
                Wire.fixture("invented/list-nulls.xml")
                        .replace("<milestone-id type=\"integer\">7<", "<milestone-id type=\"integer\"><"));

        TimeSession session = sessions.list("website").stream().toList().get(0);

        assertThat(session.unknownFields()).containsExactly(Map.entry("milestone-id", ""), Map.entry("approved", ""));
    }

    @Test
    void readsAListOfOne() {
        wire.answers(200, Wire.fixture("invented/list-one.xml"));
        assertThat(sessions.list("website").stream().toList()).singleElement().satisfies(session -> {
            assertThat(session.summary()).isEqualTo("Fixed <b> & co.");
            assertThat(session.ticketId()).hasValue(88);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<time-sessions type=\"array\"/>",
                "<nil-classes type=\"array\"/>",
                "<objects type=\"array\"></objects>",
                "<?xml version=\"1.0\"?>\n<time-sessions/>"
            })
    void readsAnEmptyListUnderAnyRoot(String xml) {
        wire.answers(200, xml);
        assertThat(sessions.list("website").stream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "<!DOCTYPE html><html></html>",
                "<time-sessions><project/></time-sessions>",
                "<time-sessions><time-session/></time-sessions>",
                "<time-sessions><time-session><id>1</id></time-session></time-sessions>",
                "<time-sessions><time-session>",
                "{\"time_session\":{}}",
                ""
            })
    void refusesAnythingElseWithoutRepeatingIt(String body) {
        wire.answers(200, body);
        assertThatThrownBy(() -> sessions.list("website").forEach(session -> {}))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageNotContaining("Sign in")
                .hasMessageContaining("(help: malformed-response)");
    }

    @Test
    void sendsTheHeadersThatCodebaseWantsOnEverything() {
        wire.answers(200, Wire.fixture("documented/session.xml"));
        sessions.get("website", 1234);
        RecordedRequest request = wire.request();
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/xml");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/xml");
        // acme/alice:s3cr3t-key
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic YWNtZS9hbGljZTpzM2NyM3Qta2V5");
    }

    @Test
    void sendsEachFilter() {
        for (int i = 0; i < 4; i++) {
            wire.answers(200, "<time-sessions type=\"array\"/>");
        }
        TimeSessionFilter filter = TimeSessionFilter.builder()
                .user(25)
                .from(LocalDate.parse("2009-09-01"))
                .to(LocalDate.parse("2009-09-30"))
                .build();
        assertThat(sessions.list("website", filter)).isEmpty();
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions?user=25&from=2009-09-01&to=2009-09-30");
        assertThat(sessions.listDay("website", filter)).isEmpty();
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/day?user=25&from=2009-09-01&to=2009-09-30");
        assertThat(sessions.listWeek("website", filter)).isEmpty();
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/week?user=25&from=2009-09-01&to=2009-09-30");
        assertThat(sessions.listMonth("website", TimeSessionFilter.all())).isEmpty();
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/month");
    }

    @Test
    void createsWithOnePostAndReadsTheAnswer() {
        wire.answers(201, Wire.fixture("documented/session.xml"));
        TimeSession created = sessions.create(
                "website",
                NewTimeSession.builder()
                        .summary("Fixed <b> & \"co.\" ]]> 🕐")
                        .minutes(180)
                        .sessionDate(LocalDate.parse("2009-09-05"))
                        .userId(25)
                        .ticketId(88)
                        .build());
        assertThat(created.id()).isEqualTo(1234);
        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /website/time_sessions");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/xml");
        assertThat(Wire.body(request))
                .contains("<time-session><summary>Fixed &lt;b> &amp; \"co.\" ]]&gt; 🕐</summary>"
                        + "<minutes>180</minutes><session-date>2009-09-05</session-date>"
                        + "<user-id>25</user-id><ticket-id>88</ticket-id></time-session>");
        assertThat(wire.requests()).isEqualTo(1);
    }

    /** Codebase's page asks for {@code application/xml} on every request; an old Rails looks the whole header up. */
    @Test
    void namesTheTypeOfABodyWithoutACharset() {
        wire.answers(201, Wire.fixture("documented/session.xml"));
        wire.answers(200, Wire.fixture("documented/session.xml"));
        wire.answers(200, "");
        wire.answers(200, "");
        sessions.create("website", NEW);
        sessions.update("website", 1234, TimeSessionUpdate.builder().minutes(60).build());
        sessions.delete("website", 1234);
        for (String method : List.of("POST", "GET", "PUT", "DELETE")) {
            RecordedRequest request = wire.request();
            assertThat(request.getMethod()).isEqualTo(method);
            assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/xml");
            assertThat(request.getHeaders().values("Accept")).containsExactly("application/xml");
        }
    }

    @Test
    void sendsOnlyWhatIsGiven() {
        wire.answers(201, Wire.fixture("documented/session.xml"));
        sessions.create("website", NEW);
        assertThat(Wire.body(wire.request()))
                .contains("<time-session><summary>Design</summary><minutes>90</minutes></time-session>");
    }

    @Test
    void aCreateAnsweredWithoutAnIdIsAccepted() {
        wire.answers(201, "<time-session><minutes>90</minutes></time-session>");
        assertThatThrownBy(() -> sessions.create("website", NEW))
                .isInstanceOfSatisfying(
                        MalformedResponseException.class,
                        e -> assertThat(e.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID));
    }

    @Test
    void anUpdateSaysWhatItChanges() {
        assertThat(TimeSessionUpdate.builder().build().isEmpty()).isTrue();
        TimeSessionUpdate update =
                TimeSessionUpdate.builder().minutes(60).clearTicketId().build();
        assertThat(update.isEmpty()).isFalse();
        assertThat(update.minutes().value()).contains(60);
        assertThat(update.ticketId().isClear()).isTrue();
        assertThat(update.summary().isLeave()).isTrue();
        assertThat(update.toBuilder().build()).isEqualTo(update);
    }

    @Test
    void anUpdateReadsAndWritesTheWholeSession() {
        wire.answers(200, Wire.fixture("invented/list-one.xml").replaceAll("</?time-sessions[^>]*>", ""));
        wire.answersNothing(200);
        sessions.update("website", 1234, TimeSessionUpdate.builder().minutes(60).build());
        assertThat(wire.line()).isEqualTo("GET /website/time_sessions/1234");
        RecordedRequest put = wire.request();
        assertThat(put.getMethod() + " " + put.getTarget()).isEqualTo("PUT /website/time_sessions/1234");
        assertThat(Wire.body(put))
                .contains("<time-session><summary>Fixed &lt;b> &amp; co.</summary><minutes>60</minutes>"
                        + "<session-date>2009-09-05</session-date><user-id>25</user-id>"
                        + "<ticket-id>88</ticket-id></time-session>");
    }

    @Test
    void anUpdateCanTakeASessionOffItsTicket() {
        wire.answers(200, Wire.fixture("invented/list-one.xml").replaceAll("</?time-sessions[^>]*>", ""));
        wire.answersNothing(200);
        TimeSessionUpdate update = TimeSessionUpdate.builder()
                .clearTicketId()
                .summary("x")
                .sessionDate(LocalDate.parse("2009-10-01"))
                .userId(26)
                .build();
        sessions.update("website", 1234, update);
        wire.request();
        assertThat(Wire.body(wire.request()))
                .contains("<summary>x</summary>", "<session-date>2009-10-01</session-date>", "<user-id>26</user-id>")
                .contains("<ticket-id/>");
    }

    @Test
    void aReplacementIsOnePutWithoutReading() {
        wire.answersNothing(200);
        sessions.replace(
                "website",
                1234,
                NEW.toBuilder()
                        .sessionDate(LocalDate.parse("2009-09-05"))
                        .userId(25)
                        .build());
        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("PUT /website/time_sessions/1234");
        assertThat(Wire.body(request))
                .contains("<session-date>2009-09-05</session-date><user-id>25</user-id><ticket-id/>");
        assertThat(wire.requests()).isEqualTo(1);
    }

    /** A PUT is a complete session: one without a day is rejected, and one without a person may lose who worked. */
    @Test
    void refusesAReplacementWithoutADayOrAPersonBeforeARequest() {
        NewTimeSession.Builder session = NEW.toBuilder();
        assertThatThrownBy(() ->
                        sessions.replace("website", 1234, session.userId(25).build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sessionDate: no value");
        NewTimeSession.Builder dated = NEW.toBuilder().sessionDate(LocalDate.parse("2009-09-05"));
        assertThatThrownBy(() -> sessions.replace("website", 1234, dated.build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("userId: no value")
                .hasMessageContaining("update");
        assertThat(wire.requests()).isZero();
    }

    /** Sessions without a person are possible, such as those of a commit message, and stay so. */
    @Test
    void updatesASessionWithoutAPerson() {
        wire.answers(
                200,
                "<time-session><id>1234</id><summary>x</summary><minutes>5</minutes>"
                        + "<session-date>2009-09-05</session-date></time-session>");
        wire.answersNothing(200);
        sessions.update("website", 1234, TimeSessionUpdate.builder().minutes(6).build());
        wire.request();
        assertThat(Wire.body(wire.request()))
                .contains("<minutes>6</minutes><session-date>2009-09-05</session-date><ticket-id/></time-session>");
    }

    @Test
    void deletes() {
        wire.answersNothing(200);
        sessions.delete("website", 1234);
        assertThat(wire.line()).isEqualTo("DELETE /website/time_sessions/1234");
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "406", "409", "422", "500", "503", "529"})
    void everyRefusalBecomesItsException(int status) {
        wire.answers(status, Wire.fixture("documented/errors.xml"));
        Class<? extends HourbridgeException> expected = switch (status) {
            case 401 -> AuthenticationException.class;
            case 403 -> PermissionException.class;
            case 404 -> NotFoundException.class;
            case 406, 409, 422 -> RejectedException.class;
            default -> ServerException.class;
        };
        assertThatThrownBy(() -> sessions.create("website", NEW)).isInstanceOfSatisfying(expected, e -> {
            assertThat(e.status()).hasValue(status);
            assertThat(e.outcome()).contains(status < 500 ? WriteOutcome.REJECTED : WriteOutcome.IN_DOUBT);
            if (e instanceof RejectedException rejected) {
                assertThat(rejected.errors()).containsExactly("Field was invalid", "Another field was blank");
            }
        });
    }

    @Test
    void a404WithoutABodyIsNotFound() {
        wire.answersNothing(404);
        assertThatThrownBy(() -> sessions.get("website", 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anHtmlPageBehindAFailureDoesNotBreakTheFailure() {
        wire.answers(new MockResponse.Builder()
                .code(503)
                .addHeader("Content-Type", "text/html")
                .body("<html><h1>Back soon</h1></html>")
                .build());
        assertThatThrownBy(() -> sessions.get("website", 1)).isInstanceOf(ServerException.class);
    }

    @ParameterizedTest
    @CsvSource({"web/site, web%2Fsite", "'a b', a%20b", "ü, %C3%BC", "a%2fb, a%252fb"})
    void aPermalinkStaysWithinItsSegment(String permalink, String encoded) {
        wire.answers(200, "<time-sessions type=\"array\"/>");
        try {
            assertThat(sessions.list(permalink)).isEmpty();
            assertThat(wire.line()).isEqualTo("GET /" + encoded + "/time_sessions");
        } catch (InvalidInputException e) {
            assertThat(wire.requests()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a\r\nb", "a\u0000b"})
    void aPermalinkThatLeavesItsSegmentIsRefusedBeforeAnyRequest(String permalink) {
        assertThatThrownBy(() -> sessions.list(permalink)).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }

    @Test
    void aSummaryThatXmlCannotCarryIsRefusedBeforeAnyRequest() {
        NewTimeSession session = NEW.toBuilder().summary("bell \u0007").build();
        assertThatThrownBy(() -> sessions.create("website", session))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("summary"));
        assertThat(wire.requests()).isZero();
    }

    @Test
    void hugeListsAreReadAsTheyCome() {
        String many = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "<time-session><id>" + i + "</id><minutes>1</minutes>"
                        + "<session-date>2009-09-05</session-date></time-session>")
                .collect(Collectors.joining("", "<time-sessions type=\"array\">", "</time-sessions>"));
        wire.answers(200, many);
        try (CloseableIterator<TimeSession> walk = sessions.list("website").iterator()) {
            assertThat(walk.next().id()).isEqualTo(1);
            assertThat(walk.next().id()).isEqualTo(2);
        }
        wire.answers(200, many);
        assertThat(sessions.list("website").stream().mapToLong(TimeSession::id).sum())
                .isEqualTo(20_000L * 20_001 / 2);
    }

    @Test
    void aBlankSummaryOrNegativeMinutesCannotBeBuilt() {
        assertThatThrownBy(() -> NEW.toBuilder().summary(" ").build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NEW.toBuilder().minutes(-1).build()).isInstanceOf(InvalidInputException.class);
    }
}
