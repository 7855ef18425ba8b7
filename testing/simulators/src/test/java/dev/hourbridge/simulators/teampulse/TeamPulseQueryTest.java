package dev.hourbridge.simulators.teampulse;

import static dev.hourbridge.simulators.wire.TeamPulseWire.encode;
import static dev.hourbridge.simulators.wire.TeamPulseWire.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import dev.hourbridge.simulators.wire.Wire;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OData options of a list, over four entries. */
@TestInstance(Lifecycle.PER_CLASS)
class TeamPulseQueryTest {
    private static final String ENTRIES = "/api/v1/timeentries";

    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final TeamPulseSimulator teamPulse =
            TeamPulseSimulator.builder().clock(clock).start();
    private final Wire wire = TeamPulseWire.signedIn(teamPulse);

    @BeforeAll
    void fourEntries() {
        clock.set(Instant.parse("2008-01-08T18:27:39.500Z"));
        add(1, 10, 2, "6.1", "API of O'Brien");
        add(2, 10, 3, "6", "");
        add(1, 20, 4, "7.5", "a+b & 100%");
        teamPulse.add(StoredTeamPulseEntry.builder(2, 11, LocalDate.of(2013, 10, 5), BigDecimal.ONE)
                .type("Non-Billable")
                .build());
    }

    @AfterAll
    void close() {
        teamPulse.close();
    }

    private void add(long userId, long taskId, int day, String hours, String note) {
        teamPulse.add(StoredTeamPulseEntry.builder(userId, taskId, LocalDate.of(2013, 10, day), new BigDecimal(hours))
                .note(note)
                .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id eq 1                                                     | 1",
                "id ne 1                                                     | 2 3 4",
                "id gt 1 and id le 3                                         | 2 3",
                "id lt 2 or id ge 4                                          | 1 4",
                "1 eq id                                                     | 1",
                "id eq -1                                                    | ``",
                "ID eq 1L                                                    | 1",
                "userId eq 1 and taskId eq 10 or taskId eq 11                | 1 4",
                "userId eq 1 and (taskId eq 10 or taskId eq 11)              | 1",
                "not (userId eq 1)                                           | 2 4",
                "not startswith(note,'API')                                  | 2 3 4",
                "not not (id eq 1)                                           | 1",
                "date eq datetime'2013-10-03'                                | 2",
                "date ge DateTime'2013-10-03' and date lt datetime'2013-10-05' | 2 3",
                "date gt datetime'2013-10-04T00:00:00'                       | 4",
                "date le datetime'2013-10-02T00:00'                          | 1",
                "createdAt eq datetime'2008-01-08T18:27:39.5'                | 1 2 3 4",
                "createdAt gt datetime'2008-01-08T18:27:39.5000001'          | ``",
                "note eq null                                                | 4",
                "note ne null                                                | 1 2 3",
                "note eq ''                                                  | 2",
                "note eq 'API of O''Brien'                                   | 1",
                "substringof('O''B', note)                                   | 1",
                "substringof('+b & 100%', Note)                              | 3",
                "startswith(note,'a')                                        | 3",
                "endswith(note,'%') eq true                                  | 3",
                "type gt 'C'                                                 | 4",
                "hours eq 6.1                                                | ``",
                "hours eq 6.1f                                               | 1",
                "hours eq 6                                                  | 2",
                "hours ge 7.5 or hours lt 1.5m                               | 3 4",
                "hours lt 1e1 and week eq 40                                 | 1 2 3 4",
                "createdBy eq 'Mary Jones'                                   | 2 4",
            })
    void filters(String filter, String ids) {
        HttpResponse<String> response = wire.get(ENTRIES + "?$orderby=id&$filter=" + encode(filter));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(ids(response)).isEqualTo(ids);
        assertThat(json(response).path("totalResults").intValue())
                .isEqualTo(json(response).path("results").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id",
                "id eq",
                "id = 1",
                "id EQ 1",
                "id eq 1 AND id eq 2",
                "id eq 1 and",
                "(id eq 1",
                "id eq 1)",
                "id eq '1'",
                "note eq 1",
                "note eq 'O'Brien'",
                "note eq 'open",
                "note eq \"x\"",
                "not id eq 1",
                "date eq '2013-10-02'",
                "date eq 2013-10-02",
                "date eq datetime'02.10.2013'",
                "date eq datetime'2013-02-30'",
                "date eq datetime'2013-10-02T00:00:00Z'",
                "date eq datetimeoffset'2013-10-02T00:00:00Z'",
                "id eq 1x",
                "id eq +1",
                "nothing eq 1",
                "contains(note,'x')",
                "substringof('x')",
                "startswith(id,'1')",
                "id in (1,2)",
                "id add 1 eq 2",
            })
    void rejectsAFilterThatIsNotACondition(String filter) {
        HttpResponse<String> response = wire.get(ENTRIES + "?$filter=" + encode(filter));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("Message").textValue())
                .startsWith("The query specified in the URI is not valid.");
    }

    @ParameterizedTest
    @CsvSource({
        "id desc, 4 3 2 1",
        "'date', 1 2 3 4",
        "'hours asc', 4 2 1 3",
        "'userId desc,Hours', 4 2 1 3",
        "'note', 4 2 1 3",
    })
    void orders(String orderBy, String ids) {
        assertThat(ids(wire.get(ENTRIES + "?$orderby=" + encode(orderBy)))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$orderby=",
                "$orderby=id%20up",
                "$orderby=id,",
                "$orderby=nothing",
                "$top=-1",
                "$top=ten",
                "$skip=-1",
                "$top=1&$top=2",
                "$select=id",
                "$inlinecount=allpages",
                "page=2"
            })
    void rejectsAnOptionThatItDoesNotKnow(String query) {
        assertThat(wire.get(ENTRIES + "?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void allowsAHundredNodesOfAFilterAndNoMore() {
        // Each comparison has three, and each "or" is one.
        HttpResponse<String> below = wire.get(ENTRIES + "?$filter=" + encode(chain(25)));
        HttpResponse<String> above = wire.get(ENTRIES + "?$filter=" + encode(chain(26)));

        assertThat(below.statusCode()).isEqualTo(200);
        assertThat(above.statusCode()).isEqualTo(400);
        assertThat(above.body()).contains("The node count limit of '100' has been exceeded.");
    }

    @Test
    void rejectsAQueryStringThatIsTooLong() {
        String note = "$filter=" + encode("note eq '" + "n".repeat(2000) + "'");
        String padded = note + "&$top=1";
        assertThat(padded.length()).isLessThanOrEqualTo(2048);
        assertThat(wire.get(ENTRIES + "?" + padded).statusCode()).isEqualTo(200);

        HttpResponse<String> response = wire.get(ENTRIES + "?" + padded.replace("nnn", "nnnn"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
    }

    private static String chain(int terms) {
        return IntStream.rangeClosed(1, terms).mapToObj(id -> "id eq " + id).collect(Collectors.joining(" or "));
    }

    private static String ids(HttpResponse<String> response) {
        List<JsonNode> ids = json(response).path("results").findValues("id");
        return ids.stream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }
}
