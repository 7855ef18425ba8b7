package dev.hourbridge.simulators.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Json;
import dev.hourbridge.simulators.wire.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamworkWriteTest {
    private static final String DOCUMENTED = """
            {
              "time-entry": {
                "description": "",
                "person-id": "999",
                "date": "20140330",
                "time": "10:10",
                "hours": "1",
                "minutes": "15",
                "isbillable": "1",
                "tags": "tag1,tag2,tag3"
              }
            }
            """;

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final TeamworkSimulator teamwork =
            TeamworkSimulator.builder().clock(clock).start();
    private final Wire wire = new Wire(teamwork.url(), teamwork.apiKey(1000), "x", "application/json");

    @AfterEach
    void close() {
        teamwork.close();
    }

    private StoredTeamworkEntry only() {
        assertThat(teamwork.entries()).hasSize(1);
        return teamwork.entries().get(0);
    }

    private static String entry(String fields) {
        return "{\"time-entry\": {" + fields.replace('\'', '"') + "}}";
    }

    @Test
    void createsTheDocumentedEntryOnAProjectInTheAccountsZone() {
        HttpResponse<String> response = wire.post("/projects/1049/time_entries.json", DOCUMENTED);

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains(teamwork.url() + "/time_entries/" + only().id() + ".json");
        assertThat(only().date()).isEqualTo(Instant.parse("2014-03-30T14:10:00Z"));
        assertThat(only().hasStartTime()).isTrue();
        assertThat(only().minutes()).isEqualTo(75);
        assertThat(only().billable()).isTrue();
        assertThat(only().personId()).isEqualTo(999);
        assertThat(only().projectId()).isEqualTo(1049);
        assertThat(only().tags()).containsExactly("tag1", "tag2", "tag3");
        assertThat(only().createdAt()).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "todo_items"})
    void createsOnATaskForTheKeysOwner(String kind) {
        wire.post("/" + kind + "/7641/time_entries.json", entry("'date':'20140330','time':'10:10','minutes':5"));

        assertThat(only().taskId()).isEqualTo(OptionalLong.of(7641));
        assertThat(only().projectId()).isEqualTo(1049);
        assertThat(only().personId()).isEqualTo(1000);
        assertThat(only().billable()).isFalse();
        assertThat(teamwork.requests().count(kind.equals("tasks") ? "create-task" : "create-todo-item"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void respondsToACreateInEveryShape(TeamworkCreateResponse shape) {
        try (TeamworkSimulator simulator =
                TeamworkSimulator.builder().createResponses(shape).start()) {
            HttpResponse<String> response = new Wire(simulator.url(), simulator.apiKey(), "x", "application/json")
                    .post("/projects/999/time_entries.json", DOCUMENTED);
            String id = Long.toString(simulator.entries().get(0).id());
            JsonNode body = Json.read(response.body());
            assertThat(response.statusCode()).isEqualTo(shape == TeamworkCreateResponse.ID ? 200 : 201);
            String found = switch (shape) {
                case LOCATION_AND_IDS -> {
                    assertThat(response.headers().firstValue("id")).contains(id);
                    assertThat(response.headers().firstValue("Location").orElseThrow())
                            .endsWith("/time_entries/" + id + ".json");
                    yield body.get("timeLogId").textValue();
                }
                case LOCATION ->
                    response.headers().firstValue("Location").orElseThrow().replaceAll(".*/([0-9]+)\\.json", "$1");
                case TIME_LOG_ID_NUMBER -> Long.toString(body.get("timeLogId").longValue());
                case TIME_LOG_ID_TEXT -> body.get("timeLogId").textValue();
                case ID -> Long.toString(body.get("id").longValue());
                case TIME_LOG_ENTRY_ID -> body.get("timeLogEntryId").textValue();
                case TIME_ENTRY_ID -> body.at("/time-entry/id").textValue();
                case TIME_ENTRY_TIME_LOG_ID -> body.at("/time-entry/timeLogId").textValue();
                case ID_HEADER -> response.headers().firstValue("id").orElseThrow();
                case JSON_TEXT -> Json.read(body.textValue()).get("timeLogId").textValue();
                case NO_ID -> id;
            };
            assertThat(found).isEqualTo(id);
            assertThat(response.headers().firstValue("Location").isPresent())
                    .isEqualTo(shape == TeamworkCreateResponse.LOCATION
                            || shape == TeamworkCreateResponse.LOCATION_AND_IDS);
        }
    }

    @Test
    void takesCreateResponsesInTurn() {
        try (TeamworkSimulator simulator = TeamworkSimulator.builder()
                .createResponses(TeamworkCreateResponse.ID, TeamworkCreateResponse.LOCATION)
                .start()) {
            Wire both = new Wire(simulator.url(), simulator.apiKey(), "x", "application/json");
            assertThat(both.post("/projects/999/time_entries.json", DOCUMENTED).statusCode())
                    .isEqualTo(200);
            assertThat(both.post("/projects/999/time_entries.json", DOCUMENTED).statusCode())
                    .isEqualTo(201);
            assertThat(both.post("/projects/999/time_entries.json", DOCUMENTED).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"time-entry": {"time":"10:10","hours":"1"}}                                       | 400 | field date is required
            {"time-entry": {"date":"20140330","hours":"1"}}                                    | 400 | field time is required
            {"time-entry": {"date":"20140330","time":"10:10"}}                                 | 400 | field hours is required
            {"time-entry": {"date":"2014-03-30","time":"10:10","hours":"1"}}                   | 400 | field date is invalid
            {"time-entry": {"date":"20140230","time":"10:10","hours":"1"}}                     | 400 | field date is invalid
            {"time-entry": {"date":"20140330","time":"10:10:00","hours":"1"}}                  | 400 | field time is invalid
            {"time-entry": {"date":"20140330","time":"10:10","hours":1.5}}                     | 400 | field hours is invalid
            {"time-entry": {"date":"20140330","time":"10:10","minutes":"-1"}}                  | 400 | field minutes is invalid
            {"time-entry": {"date":"20140330","time":"10:10","hours":1,"isbillable":"yes"}}    | 400 | field isbillable is invalid
            {"time-entry": {"date":"20140330","time":"10:10","hours":1,"tags":["a"]}}          | 400 | field tags is invalid
            {"time-entry": {"date":"20140330","time":"10:10","hours":1,"person-id":"5"}}       | 400 | field person-id is not a person of this project
            {"time-entry": {"date":"20140330","time":"10:10","hours":1,"project-id":"999"}}    | 400 | field project-id is unknown
            {"description": "", "date": "20140330"}                                            | 422 | Expected a time-entry in JSON
            {"time-entry":                                                                     | 422 | The JSON cannot be read
            """)
    void rejectsABodyThatIsNotAnEntry(String body, int status, String reason) {
        HttpResponse<String> response = wire.post("/projects/999/time_entries.json", body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Json.read(response.body()).get("MESSAGE").textValue()).isEqualTo(reason);
        assertThat(Json.read(response.body()).get("STATUS").textValue()).isEqualTo("Error");
        assertThat(teamwork.entries()).isEmpty();
    }

    @Test
    void rejectsAnotherContentTypeAndAnUnknownProject() {
        Wire form = new Wire(teamwork.url(), teamwork.apiKey(), "x", "text/plain");
        assertThat(form.post("/projects/999/time_entries.json", DOCUMENTED).statusCode())
                .isEqualTo(422);
        assertThat(wire.post("/projects/5/time_entries.json", DOCUMENTED).statusCode())
                .isEqualTo(404);
        assertThat(wire.post("/tasks/5/time_entries.json", DOCUMENTED).statusCode())
                .isEqualTo(404);
        assertThat(wire.put("/projects/999/time_entries.json", DOCUMENTED).statusCode())
                .isEqualTo(404);
        assertThat(teamwork.entries()).isEmpty();
    }

    @Test
    void updatesOnlyWhatIsSent() {
        wire.post("/tasks/7641/time_entries.json", DOCUMENTED);
        String path = "/time_entries/" + only().id() + ".json";
        clock.advance(Duration.ofMinutes(1));

        HttpResponse<String> response = wire.put(path, entry("'description':'A Short Description','minutes':'20'"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.read(response.body())).isEqualTo(Json.read("{\"STATUS\":\"OK\"}"));
        assertThat(only().description()).isEqualTo("A Short Description");
        assertThat(only().minutes()).isEqualTo(80);
        assertThat(only().date()).isEqualTo(Instant.parse("2014-03-30T14:10:00Z"));
        assertThat(only().tags()).hasSize(3);
        assertThat(only().updatedAt()).isEqualTo(clock.instant());

        wire.put(path, entry("'date':'20140101','isbillable':false,'tags':'','person-id':1000"));
        assertThat(only().date()).isEqualTo(Instant.parse("2014-01-01T15:10:00Z"));
        assertThat(only().billable()).isFalse();
        assertThat(only().tags()).isEmpty();
        assertThat(only().personId()).isEqualTo(1000);

        wire.put(path, entry("'time':'23:59'"));
        assertThat(only().date()).isEqualTo(Instant.parse("2014-01-02T04:59:00Z"));
    }

    @Test
    void movesToAnotherProjectAndOffTheTask() {
        wire.post("/tasks/7641/time_entries.json", DOCUMENTED);
        String path = "/time_entries/" + only().id() + ".json";

        assertThat(wire.put(path, entry("'project-id':'5'")).statusCode()).isEqualTo(404);
        assertThat(only().projectId()).isEqualTo(1049);
        assertThat(wire.put(path, entry("'project-id':'999'")).statusCode()).isEqualTo(200);

        assertThat(only().projectId()).isEqualTo(999);
        assertThat(only().taskId()).isEmpty();
    }

    @Test
    void keepsADeletedEntryOutOfSightOnly() {
        wire.post("/projects/999/time_entries.json", DOCUMENTED);
        String path = "/time_entries/" + only().id() + ".json";

        assertThat(wire.delete(path).statusCode()).isEqualTo(200);

        assertThat(teamwork.entries()).isEmpty();
        assertThat(teamwork.deletedEntries()).hasSize(1);
        assertThat(wire.get(path).statusCode()).isEqualTo(404);
        assertThat(wire.put(path, entry("'hours':'1'")).statusCode()).isEqualTo(404);
        assertThat(wire.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void deletesAnInvoicedEntryAsNoDocumentForbidsIt() {
        long id = teamwork.add(StoredTeamworkEntry.builder(999, 999, clock.instant(), 5)
                        .invoiceNo("7")
                        .build())
                .id();

        assertThat(wire.delete("/time_entries/" + id + ".json").statusCode()).isEqualTo(200);
        assertThat(teamwork.entries()).isEmpty();
    }

    @Test
    void resolvesATimeThatIsSkippedOrComesTwiceAsJavaTimeDoes() {
        // Skipped: half past two becomes half past three.
        wire.post("/projects/999/time_entries.json", entry("'date':'20240310','time':'02:30','hours':1"));
        assertThat(only().date()).isEqualTo(Instant.parse("2024-03-10T07:30:00Z"));
        // Twice: the first.
        wire.put("/time_entries/" + only().id() + ".json", entry("'date':'20241103','time':'01:30'"));
        assertThat(only().date()).isEqualTo(Instant.parse("2024-11-03T05:30:00Z"));
    }
}
