package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.WriteOutcome;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateWireTest {
    private final Wire wire = new Wire();
    private final TeamworkTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void close() {
        wire.close();
    }

    private static NewTeamworkEntry documented() {
        return NewTeamworkEntry.builder()
                .personId(999)
                .date(LocalDate.of(2014, 3, 30))
                .time(LocalTime.of(10, 10))
                .hours(1)
                .minutes(15)
                .billable(true)
                .tags(List.of("tag1", "tag2", "tag3"))
                .build();
    }

    @Test
    void postsTheDocumentedBodyOnAProject() {
        wire.answersNothing(201, "Location: /time_entries/1234.json");

        assertThat(entries.createOnProject(42, documented())).isEqualTo(1234);

        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /projects/42/time_entries.json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic czNjcjN0LWtleTp4");
        assertThat(Wire.body(request)).isEqualTo(Wire.json(Wire.fixture("documented/create-request.json")));
    }

    @Test
    void postsTheDocumentedBodyOnATask() {
        wire.answersNothing(201, "Location: /time_entries/1234.json");

        assertThat(entries.createOnTask(7641, documented())).isEqualTo(1234);

        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /tasks/7641/time_entries.json");
        assertThat(Wire.body(request)).isEqualTo(Wire.json(Wire.fixture("documented/create-task-request.json")));
    }

    @Test
    @SuppressWarnings("deprecation") // the vendor's old call is kept, and tested
    void postsTheDocumentedBodyOnATodoItem() {
        wire.answersNothing(201, "Location: /time_entries/1234.json");

        assertThat(entries.createOnTodoItem(7641, documented())).isEqualTo(1234);

        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget())
                .isEqualTo("POST /todo_items/7641/time_entries.json");
        assertThat(Wire.body(request)).isEqualTo(Wire.json(Wire.fixture("documented/create-task-request.json")));
    }

    @Test
    void sendsOnlyWhatIsSet() {
        wire.answers(201, "{\"id\":1}");

        entries.createOnProject(
                42,
                NewTeamworkEntry.builder()
                        .date(LocalDate.of(2024, 12, 1))
                        .time(LocalTime.of(0, 0))
                        .hours(0)
                        .minutes(1)
                        .build());

        assertThat(Wire.body(wire.request()))
                .isEqualTo(
                        Wire.json(
                                "{\"time-entry\":{\"description\":\"\",\"date\":\"20241201\",\"time\":\"00:00\",\"hours\":\"0\",\"minutes\":\"1\"}}"));
    }

    /** The vendor's document marks no field as required; its OpenAPI description of the same call requires a time. */
    @Test
    void createsAnEntryWithoutAStartTime() {
        wire.answers(201, "{\"id\":1234}").answers(201, "{\"id\":1235}");
        NewTeamworkEntry entry = NewTeamworkEntry.builder()
                .date(LocalDate.of(2024, 12, 1))
                .hours(1)
                .minutes(30)
                .build();

        assertThat(entry.time()).isEmpty();
        assertThat(entries.createOnProject(42, entry)).isEqualTo(1234);
        assertThat(entries.createOnTask(7, entry)).isEqualTo(1235);

        for (int i = 0; i < 2; i++) {
            assertThat(Wire.body(wire.request()))
                    .isEqualTo(
                            Wire.json(
                                    "{\"time-entry\":{\"description\":\"\",\"date\":\"20241201\",\"hours\":\"1\",\"minutes\":\"30\"}}"));
        }
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("{\"STATUS\":\"OK\",\"timeLogId\":1234}", ""),
                Arguments.of("{\"STATUS\":\"OK\",\"timeLogId\":\"1234\"}", ""),
                Arguments.of("{\"STATUS\":\"OK\",\"id\":1234}", ""),
                Arguments.of("{\"STATUS\":\"OK\",\"id\":\"1234\"}", ""),
                Arguments.of("{\"timeLogEntryId\":1234}", ""),
                Arguments.of("{\"time-entry\":{\"id\":\"1234\"}}", ""),
                Arguments.of("{\"time-entry\":{\"timeLogId\":\"1234\"}}", ""),
                Arguments.of("{\"time-entry\":{\"timeLogId\":1234,\"id\":5}}", "id: 6"),
                Arguments.of("\"{\\\"STATUS\\\":\\\"OK\\\",\\\"timeLogId\\\":\\\"1234\\\"}\"", ""),
                Arguments.of("\"1234\"", ""),
                Arguments.of("{\"timeLogId\":\"1234\",\"id\":5}", "id: 6"),
                Arguments.of("{\"id\":1234,\"timeLogEntryId\":5,\"time-entry\":{\"id\":6}}", "Location: /x/7"),
                Arguments.of("{\"timeLogId\":\"\",\"id\":0,\"timeLogEntryId\":\"1234\"}", ""),
                Arguments.of("{\"STATUS\":\"OK\"}", "id: 1234"),
                Arguments.of("{\"STATUS\":\"OK\"}", "Location: https://acme.teamwork.com/time_entries/1234.json"),
                Arguments.of("", "Location: https://acme.teamwork.com/time_entries/1234"),
                Arguments.of("", "Location: http://127.0.0.1:8080/app2/time_entries/1234.json?v=2#3"),
                Arguments.of("", "Location: time_entries/1234/"),
                Arguments.of("", "Location: 1234"),
                Arguments.of("", "Id: 1234"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void findsTheIdInEveryKnownFormOfAnswer(String body, String header) {
        for (int status : new int[] {200, 201}) {
            String[] headers = header.isEmpty() ? new String[0] : new String[] {header};
            if (body.isEmpty()) {
                wire.answersNothing(status, headers);
            } else {
                wire.answers(status, body, headers);
            }

            assertThat(entries.createOnProject(42, documented())).isEqualTo(1234);
        }
        assertThat(wire.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Location: http://127.0.0.1:8080/",
                "Location: /time_entries.json",
                "Location: /projects/42",
                "Location: https://acme.teamwork.com/tasks/42.json",
                "Location: /time_entries/0",
                "Location: /time_entries/a1234b",
                "id: 0",
                "id: none"
            })
    void saysThatTheEntryIsThereWithoutAnId(String header) {
        wire.answers(201, "{\"STATUS\":\"OK\"}", header.isEmpty() ? new String[0] : new String[] {header});

        assertThatThrownBy(() -> entries.createOnProject(42, documented()))
                .isInstanceOfSatisfying(MalformedResponseException.class, e -> {
                    assertThat(e.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID);
                    assertThat(e.status()).hasValue(201);
                });
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void takesAStatusThatIsNotOkForARefusal() {
        wire.answers(200, "{\"STATUS\":\"Error\",\"MESSAGE\":\"Time\\r\\nlogging is off\"}");

        assertThatThrownBy(() -> entries.createOnProject(42, documented()))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.outcome()).contains(WriteOutcome.REJECTED);
                    assertThat(e.serviceMessage()).contains("Time logging is off");
                    assertThat(e.status()).hasValue(200);
                });
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void takesALoginPageForADoubt() {
        wire.server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body("<html>1234</html>")
                .build());

        assertThatThrownBy(() -> entries.createOnProject(42, documented()))
                .isInstanceOfSatisfying(
                        HourbridgeException.class, e -> assertThat(e.outcome()).contains(WriteOutcome.IN_DOUBT));
    }

    @Test
    void sendsOnePostWhenTheAnswerIsLost() {
        wire.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> entries.createOnProject(42, documented()))
                .isInstanceOfSatisfying(
                        HourbridgeException.class, e -> assertThat(e.outcome()).contains(WriteOutcome.IN_DOUBT));
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void sendsOnePostWhenTheServiceFails() {
        wire.answers(500, "{\"content\":{\"errors\":[\"date is required\"]}}");

        assertThatThrownBy(() -> entries.createOnProject(42, documented()))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.outcome()).contains(WriteOutcome.IN_DOUBT);
                    assertThat(e.serviceMessage()).contains("date is required");
                });
        assertThat(wire.requests()).isEqualTo(1);
    }

    @Test
    void refusesWhatTheServiceCannotTake() {
        assertThatThrownBy(() -> documented().toBuilder().minutes(60).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().toBuilder().hours(-1).build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        documented().toBuilder().time(LocalTime.of(1, 2, 3)).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        documented().toBuilder().date(LocalDate.of(-1, 1, 1)).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().toBuilder().tags(List.of("a,b")).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("a,b");
        assertThatThrownBy(() -> documented().toBuilder().tags(List.of(" ")).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.createOnProject(0, documented())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.createOnTask(-7, documented())).isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }
}
