package dev.hourbridge.simulators.teampulse;

import static dev.hourbridge.simulators.wire.TeamPulseWire.encode;
import static dev.hourbridge.simulators.wire.TeamPulseWire.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import dev.hourbridge.simulators.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamPulseSimulatorTest {
    private static final String ENTRIES = "/api/v1/timeentries";
    private static final LocalDate DAY = LocalDate.of(2013, 10, 2);
    private static final String ENTRY =
            "{\"date\":\"2013-10-02\",\"hours\":6,\"type\":\"Billable\",\"userId\":1,\"taskId\":10}";

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final TeamPulseSimulator teamPulse =
            TeamPulseSimulator.builder().clock(clock).start();
    private final Wire wire = TeamPulseWire.signedIn(teamPulse);

    @AfterEach
    void close() {
        teamPulse.close();
    }

    @Test
    void showsAnEntryAsDocumented() throws IOException {
        clock.set(Instant.parse("2013-06-06T00:00:00Z"));
        TeamPulseSimulator documented =
                TeamPulseSimulator.builder().clock(clock).start();
        try (documented) {
            documented.add(entry(1, 10, "5").note("Api for time entries").build());
            clock.set(Instant.parse("2013-10-09T13:57:28.330Z"));
            Wire paul = TeamPulseWire.signedIn(documented);

            HttpResponse<String> updated = paul.put(ENTRIES + "/1", "{\"hours\":6}");
            HttpResponse<String> shown = paul.get(ENTRIES + "/1");

            assertThat(updated.statusCode()).isEqualTo(200);
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(json(shown)).isEqualTo(fixture()).isEqualTo(json(updated));
            assertThat(json(shown).toString()).isEqualTo(fixture().toString());
        }
    }

    @Test
    void createsAndGivesTheWholeEntryBack() {
        HttpResponse<String> response =
                wire.post(ENTRIES, ENTRY.replace("}", ",\"note\":\"R\u00e9sum\u00e9 \uD83D\uDE80\"}"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(json(response).path("id").intValue()).isEqualTo(1);
        assertThat(json(response).path("createdBy").textValue()).isEqualTo("Paul Smith");
        assertThat(json(response).path("createdAt").textValue()).isEqualTo("2008-01-08T18:27:39");
        assertThat(teamPulse.entries())
                .singleElement()
                .satisfies(created -> assertThat(created.note()).contains("R\u00e9sum\u00e9 \uD83D\uDE80"));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 6, 6.000000",
        "20.0, 20, 20.000000",
        "6.33, 6.33, 6.330000",
        "6.1, 6.1, 6.100000",
        "0.016667, 0.016667, 0.016667",
        "0.3333333333, 0.333333, 0.333333"
    })
    void readsHoursLikeASingleAndKeepsSixDecimals(String sent, String read, String kept) {
        HttpResponse<String> response = wire.post(ENTRIES, ENTRY.replace("\"hours\":6", "\"hours\":" + sent));

        assertThat(response.body()).contains("\"hours\":" + read + ",");
        assertThat(teamPulse.entries().get(0).hours()).isEqualTo(new BigDecimal(kept));
    }

    @Test
    void makesTheNoiseOfSinglePrecisionIfSetTo() {
        try (TeamPulseSimulator noisy =
                TeamPulseSimulator.builder().floatNoise(true).start()) {
            noisy.add(entry(1, 10, "6.1").build());

            assertThat(TeamPulseWire.signedIn(noisy).get(ENTRIES + "/1").body()).contains("\"hours\":6.0999999,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013-10-02", "2013-10-02T00:00:00", "2013-10-02T23:30:00.5", "2013-10-02T00:00:00+03:00"})
    void takesTheDayAsItIsWritten(String date) {
        assertThat(wire.post(ENTRIES, ENTRY.replace("2013-10-02", date)).statusCode())
                .isEqualTo(201);
        assertThat(teamPulse.entries().get(0).date()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "hours", "type", "userId", "taskId"})
    void demandsEveryRequiredField(String field) {
        String without =
                ENTRY.replaceAll("\"" + field + "\":(\"[^\"]*\"|[0-9]+),?", "").replace(",}", "}");

        HttpResponse<String> response = wire.post(ENTRIES, without);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("Message").textValue()).isEqualTo("The request is invalid.");
        assertThat(json(response).path("ModelState").path("te." + field).path(0).textValue())
                .isEqualTo("The " + field + " field is required.");
        assertThat(teamPulse.entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"hours\":6         | \"hours\":\"6\"",
                "\"hours\":6         | \"hours\":-1",
                "\"2013-10-02\"      | \"02/10/2013\"",
                "\"2013-10-02\"      | \"2013-02-30\"",
                "\"Billable\"        | \"billable\"",
                "\"Billable\"        | 1.0",
                "\"userId\":1        | \"userId\":99",
                "\"userId\":1        | \"userId\":\"1\"",
                "\"taskId\":10       | \"taskId\":99",
                "\"taskId\":10       | \"taskId\":30",
                "\"taskId\":10       | \"taskId\":10,\"id\":0",
                "\"taskId\":10       | \"taskId\":10,\"week\":40",
                "\"taskId\":10       | \"taskId\":10,\"createdAt\":\"2013-06-06T00:00:00\"",
                "\"taskId\":10       | \"taskId\":10,",
                "\"taskId\":10       | \"taskId\":10,\"taskId\":10",
                "\"taskId\":10       | \"taskId\":10,\"note\":7",
            })
    void rejectsWhatItCannotStore(String good, String bad) {
        String body = ENTRY.replace(good, bad);
        assertThat(body).isNotEqualTo(ENTRY);

        assertThat(wire.post(ENTRIES, body).statusCode()).isEqualTo(400);
        assertThat(teamPulse.entries()).isEmpty();
    }

    @Test
    void limitsANoteTo128CharactersInItsOwnWords() {
        String longest = "n".repeat(128);
        assertThat(wire.post(ENTRIES, ENTRY.replace("}", ",\"note\":\"" + longest + "\"}"))
                        .statusCode())
                .isEqualTo(201);

        HttpResponse<String> response = wire.post(ENTRIES, ENTRY.replace("}", ",\"note\":\"" + longest + "n\"}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"te.note\":\"The field note must be a string with a maximum length of 128.\"}");
    }

    @Test
    void demandsJson() {
        Wire form = TeamPulseWire.signedIn(teamPulse);
        assertThat(new Wire(teamPulse.url(), authorization(form), "text/xml")
                        .post(ENTRIES, ENTRY)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void updatesOnlyWhatIsSent() {
        StoredTeamPulseEntry old = teamPulse.add(entry(1, 10, "6").note("Old").build());

        assertThat(wire.put(ENTRIES + "/1", "{\"hours\":7.5}").statusCode()).isEqualTo(200);
        assertThat(wire.put(ENTRIES + "/1", "{\"note\":null,\"userId\":1}").statusCode())
                .isEqualTo(200);

        StoredTeamPulseEntry now = teamPulse.entries().get(0);
        assertThat(now.hours()).isEqualByComparingTo("7.5");
        assertThat(now.note()).isEmpty();
        assertThat(now.date()).isEqualTo(old.date());
        assertThat(now.type()).isEqualTo("Billable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"hours\":null}", "{\"taskId\":11}", "{\"id\":1}", "{\"type\":\"Nap\"}", "{\"week\":1}", "[]"})
    void rejectsAnUpdateOfWhatIsReadOnlyOrWrong(String body) {
        StoredTeamPulseEntry old = teamPulse.add(entry(1, 10, "6").build());

        assertThat(wire.put(ENTRIES + "/1", body).statusCode()).isEqualTo(400);
        assertThat(teamPulse.entries()).containsExactly(old);
    }

    @Test
    void deletesWithoutABody() {
        teamPulse.add(entry(1, 10, "6").build());

        HttpResponse<String> response = wire.delete(ENTRIES + "/1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(teamPulse.entries()).isEmpty();
        assertThat(wire.delete(ENTRIES + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesAHundredAtMostAndSaysHowManyThereAre() {
        teamPulse.seed(1, 250);

        JsonNode first = json(wire.get(ENTRIES + "?$orderby=id"));
        JsonNode capped = json(wire.get(ENTRIES + "?$orderby=id&$top=500&$skip=200"));

        assertThat(first.path("totalResults").intValue()).isEqualTo(250);
        assertThat(first.path("results")).hasSize(100);
        assertThat(first.path("top").intValue()).isEqualTo(100);
        assertThat(first.has("skip")).isFalse();
        assertThat(capped.path("results")).hasSize(50);
        assertThat(capped.path("results").path(0).path("id").intValue()).isEqualTo(201);
        assertThat(capped.path("skip").intValue()).isEqualTo(200);
        assertThat(json(wire.get(ENTRIES + "?$top=0")).path("results")).isEmpty();
        assertThat(json(wire.get(ENTRIES + "?$skip=250")).path("results")).isEmpty();
    }

    @Test
    void countsThePageInPlaceOfAllIfSetTo() {
        try (TeamPulseSimulator page =
                TeamPulseSimulator.builder().totalOfPage(true).start()) {
            page.seed(1, 150);
            Wire paul = TeamPulseWire.signedIn(page);

            assertThat(json(paul.get(ENTRIES)).path("totalResults").intValue()).isEqualTo(100);
            assertThat(json(paul.get(ENTRIES + "?$skip=100"))
                            .path("totalResults")
                            .intValue())
                    .isEqualTo(50);
        }
    }

    @Test
    void hasNoOrderUnlessOneIsAskedFor() {
        teamPulse.seed(1, 90);

        List<Integer> first = ids(wire.get(ENTRIES));

        assertThat(ids(wire.get(ENTRIES))).isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(first);
        // A type does not tell the entries of one type apart.
        assertThat(ids(wire.get(ENTRIES + "?$orderby=type"))).isNotEqualTo(ids(wire.get(ENTRIES + "?$orderby=type")));
        assertThat(ids(wire.get(ENTRIES + "?$orderby=id%20desc")))
                .startsWith(90, 89)
                .endsWith(2, 1);
        assertThat(ids(wire.get(ENTRIES + "?$orderby=type%20desc,Id")))
                .isEqualTo(ids(wire.get(ENTRIES + "?%24orderby=type+desc,id+asc")));
    }

    @Test
    void seesChangesBetweenTwoPages() {
        teamPulse.seed(1, 30);
        assertThat(ids(wire.get(ENTRIES + "?$orderby=id"))).hasSize(30).contains(5);

        teamPulse.remove(5);

        assertThat(ids(wire.get(ENTRIES + "?$orderby=id"))).hasSize(29).doesNotContain(5);
    }

    @Test
    void listsTheEntriesOfATaskThatTheUserMaySee() {
        teamPulse.add(entry(1, 10, "1").build());
        teamPulse.add(entry(2, 20, "2").build());
        teamPulse.add(entry(2, 30, "3").build());

        assertThat(ids(wire.get(ENTRIES))).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(wire.get("/api/v1/tasks/20/timeentries"))).containsExactly(2);
        assertThat(wire.get("/api/v1/tasks/30/timeentries").statusCode()).isEqualTo(404);
        assertThat(wire.get(ENTRIES + "/3").statusCode()).isEqualTo(404);
        assertThat(ids(TeamPulseWire.signedIn(teamPulse, "mary").get("/api/v1/tasks/30/timeentries")))
                .containsExactly(3);
    }

    @Test
    void listsTheWorkTypesOfAProject() {
        JsonNode types = json(wire.get("/api/v1/projects/2/timeentrytypes?$filter="
                + encode("startswith(name,'N') or name eq 'Billable'") + "&$orderby=name%20desc"));

        assertThat(types.path("totalResults").intValue()).isEqualTo(2);
        assertThat(types.path("results").toString()).isEqualTo("[{\"name\":\"Non-Billable\"},{\"name\":\"Billable\"}]");
        assertThat(wire.get("/api/v1/projects/3/timeentrytypes").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsEntriesOfATypeThatWasRemoved() {
        teamPulse.add(entry(1, 10, "1").build());
        teamPulse.removeType(1, "Billable");

        assertThat(json(wire.get(ENTRIES + "/1")).path("type").textValue()).isEqualTo("Billable");
        assertThat(wire.post(ENTRIES, ENTRY).statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhoAsks() {
        assertThat(json(wire.get("/api/v1/users/me")).toString())
                .isEqualTo("{\"id\":1,\"name\":\"paul\",\"firstName\":\"Paul\",\"lastName\":\"Smith\","
                        + "\"displayName\":\"Paul Smith\",\"email\":\"paul@example.com\"}");
    }

    @Test
    void respondsToUnknownPathsAsTheServerAndUnknownThingsAsTheApplication() {
        HttpResponse<String> path = wire.get("/api/v1/nothing");
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(path.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(wire.get("/api/v2/timeentries").statusCode()).isEqualTo(404);
        HttpResponse<String> thing = wire.get(ENTRIES + "/77");
        assertThat(thing.statusCode()).isEqualTo(404);
        assertThat(json(thing).has("Message")).isTrue();
        assertThat(wire.put(ENTRIES, ENTRY).statusCode()).isEqualTo(405);
        assertThat(wire.get("//api/v1/timeentries").statusCode()).isEqualTo(200);
    }

    @Test
    void failsOnCommandInItsOwnShapes() {
        teamPulse.faults().next(Requests.any(), Fault.status(500));
        assertThat(wire.get(ENTRIES).body()).contains("IIS Detailed Error - 500.0");
        teamPulse.faults().next(Requests.operation("create"), Fault.lostResponse());

        assertThatThrownBy(() -> wire.post(ENTRIES, ENTRY)).isInstanceOf(UncheckedIOException.class);

        assertThat(teamPulse.entries()).hasSize(1);
        assertThat(teamPulse.requests().countsByOperation())
                .containsEntry("token", 1L)
                .containsEntry("list", 1L)
                .containsEntry("create", 1L);
    }

    @Test
    void seedsDuplicatesAndEverySpecialKindAlikeForASeed() {
        teamPulse.seed(7, 100);
        try (TeamPulseSimulator other =
                TeamPulseSimulator.builder().clock(clock).start()) {
            other.seed(7, 100);
            assertThat(other.entries()).isEqualTo(teamPulse.entries());
        }
        List<StoredTeamPulseEntry> anonymous = teamPulse.entries().stream()
                .map(entry -> entry.toBuilder().id(0).build())
                .toList();
        assertThat(anonymous.stream().distinct().count()).isLessThan(100);
        assertThat(anonymous)
                .allMatch(entry -> entry.note().orElse("").length() <= 128)
                .anyMatch(entry -> entry.note().isEmpty())
                .anyMatch(entry -> entry.note().orElse("").length() == 128);
    }

    @Test
    void pagesThroughAHundredThousandEntriesQuickly() {
        teamPulse.seed(1, 100_000);
        wire.get(ENTRIES + "?$orderby=id");
        long start = System.nanoTime();
        for (int skip = 0; skip < 100_000; skip += 1000) {
            assertThat(ids(wire.get(ENTRIES + "?$orderby=id&$skip=" + skip))).startsWith(skip + 1);
        }
        // A hundred sorted copies would take many seconds.
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static StoredTeamPulseEntry.Builder entry(long userId, long taskId, String hours) {
        return StoredTeamPulseEntry.builder(userId, taskId, DAY, new BigDecimal(hours));
    }

    private static String authorization(Wire wire) {
        return wire.request("GET", ENTRIES, null)
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
    }

    private static List<Integer> ids(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response).path("results").findValues("id").stream()
                .map(JsonNode::intValue)
                .toList();
    }

    private static JsonNode fixture() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TeamPulseSimulatorTest.class.getClassLoader().getResourceAsStream("teampulse/show.json"))) {
            return json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
