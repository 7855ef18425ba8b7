package dev.hourbridge.simulators.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Json;
import dev.hourbridge.simulators.wire.Wire;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamworkReadTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final TeamworkSimulator teamwork =
            TeamworkSimulator.builder().clock(clock).start();
    private final Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");

    @AfterEach
    void close() {
        teamwork.close();
    }

    private static StoredTeamworkEntry.Builder entry(String date, int minutes) {
        return StoredTeamworkEntry.builder(999, 999, Instant.parse(date), minutes);
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = wire.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = Json.read(response.body());
        assertThat(body.get("STATUS").textValue()).isEqualTo("OK");
        return body;
    }

    private List<Integer> minutes(String path) {
        List<Integer> minutes = new ArrayList<>();
        get(path)
                .get("time-entries")
                .forEach(entry -> minutes.add(
                        entry.get("hours").asInt() * 60 + entry.get("minutes").asInt()));
        return minutes;
    }

    @Test
    void listsEntriesAsRecorded() {
        teamwork.add(entry("2024-12-21T05:00:00Z", 1000).build());

        JsonNode entry = get("/time_entries.json").get("time-entries").get(0);

        assertThat(entry).isEqualTo(Json.read("""
                {"project-id": "999", "project-name": "Test Project", "project-status": "active",
                 "company-id": "999", "company-name": "Demo 1 Company",
                 "person-id": "999", "person-first-name": "Demo", "person-last-name": "User",
                 "avatarUrl": "", "userDeleted": false,
                 "todo-list-id": "", "tasklistId": "", "todo-list-name": "", "todo-item-id": "", "todo-item-name": "",
                 "taskEstimatedTime": "0", "taskIsPrivate": "0", "taskIsSubTask": "0", "parentTaskId": "0",
                 "parentTaskName": "", "ticket-id": "", "description": "",
                 "date": "2024-12-21T05:00:00Z", "dateUserPerspective": "2024-12-21T00:00:00Z",
                 "has-start-time": "1", "hours": "16", "minutes": "40", "hoursDecimal": 16.67,
                 "isbillable": "0", "isbilled": "0", "invoiceNo": "", "invoiceStatus": "",
                 "task-tags": [], "tags": [], "id": "17249630", "canEdit": true,
                 "createdAt": "2008-01-08T18:27:39Z", "updated-date": "2008-01-08T18:27:39Z"}
                """));
    }

    @Test
    void spellsWholeHoursAsTextAndTagsAsObjects() {
        teamwork.add(entry("2024-12-21T05:00:00Z", 1)
                .taskId(8001)
                .billable(true)
                .invoiceNo("7")
                .tags(List.of("tag1", "new"))
                .build());
        teamwork.add(entry("2024-12-22T05:00:00Z", 60).hasStartTime(false).build());

        JsonNode entries = get("/time_entries.json").get("time-entries");

        assertThat(entries.get(0).get("tags"))
                .isEqualTo(Json.read("[{\"name\":\"tag1\",\"id\":\"15990\",\"color\":\"#2f8de4\"},"
                        + "{\"name\":\"new\",\"id\":\"15992\",\"color\":\"#2f8de4\"}]"));
        assertThat(entries.get(0).get("todo-item-name").textValue()).isEqualTo("Write documentation");
        assertThat(entries.get(0).get("todo-list-id").textValue()).isEqualTo("2001");
        assertThat(entries.get(0).get("isbilled").textValue()).isEqualTo("1");
        assertThat(entries.get(1).get("hoursDecimal").textValue()).isEqualTo("1");
        assertThat(entries.get(1).get("tags")).isEqualTo(Json.read("[]"));
        assertThat(entries.get(1).get("has-start-time").textValue()).isEqualTo("0");
    }

    @Test
    void showsASingleEntryWithoutFourFields() {
        long id = teamwork.add(entry("2024-12-21T05:00:00Z", 1).build()).id();

        JsonNode entry = get("/time_entries/" + id + ".json").get("time-entry");

        assertThat(entry.get("id").textValue()).isEqualTo(Long.toString(id));
        assertThat(entry.has("tags")).isTrue();
        for (String missing : List.of("avatarUrl", "hoursDecimal", "ticket-id", "userDeleted")) {
            assertThat(entry.has(missing)).as(missing).isFalse();
        }
    }

    @Test
    void pagesByHeadersWith100ByDefaultAnd500AtMost() {
        for (int i = 1; i <= 501; i++) {
            teamwork.add(entry("2024-12-21T05:00:00Z", i).build());
        }
        HttpResponse<String> first = wire.get("/time_entries.json");
        assertThat(Json.read(first.body()).get("time-entries")).hasSize(100);
        assertThat(first.headers().firstValue("X-Page")).contains("1");
        assertThat(first.headers().firstValue("X-Pages")).contains("6");
        assertThat(first.headers().firstValue("X-Records")).contains("501");

        HttpResponse<String> second = wire.get("/projects/999/time_entries.json?pageSize=1000&page=2");
        assertThat(Json.read(second.body()).get("time-entries")).hasSize(1);
        assertThat(second.headers().firstValue("X-Page")).contains("2");
        assertThat(second.headers().firstValue("X-Pages")).contains("2");

        assertThat(minutes("/time_entries.json?page=9")).isEmpty();
    }

    @Test
    void listsATaskWholeAndWithoutPagingHeaders() {
        for (int i = 1; i <= 101; i++) {
            teamwork.add(entry("2024-12-21T05:00:00Z", i).taskId(8001).build());
        }
        teamwork.add(entry("2024-12-21T05:00:00Z", 999).build());

        HttpResponse<String> response = wire.get("/todo_items/8001/time_entries.json");

        assertThat(Json.read(response.body()).get("time-entries")).hasSize(101);
        assertThat(response.headers().firstValue("X-Pages")).isEmpty();
        assertThat(wire.get("/tasks/8001/time_entries.json").body()).isEqualTo(response.body());
        assertThat(wire.get("/todo_items/8001/time_entries.json?page=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void filtersByDateInTheAccountsZoneWithBothEndsInclusive() {
        // Evening of the 20th in New York, the 21st in UTC.
        teamwork.add(entry("2024-12-21T01:30:00Z", 1).build());
        teamwork.add(entry("2024-12-21T15:00:00Z", 2).build());
        teamwork.add(entry("2024-12-22T04:59:00Z", 4).build());

        assertThat(minutes("/time_entries.json?fromdate=20241220&todate=20241220"))
                .containsExactly(1);
        assertThat(minutes("/time_entries.json?fromdate=20241221&todate=20241221"))
                .containsExactly(2, 4);
        assertThat(minutes("/time_entries.json?fromDate=20241220&fromTime=20:31"))
                .containsExactly(2, 4);
        assertThat(minutes("/time_entries.json?todate=20241221&totime=10:00")).containsExactly(1, 2);
        assertThat(minutes("/time_entries.json?todate=20241221&totime=09:59")).containsExactly(1);
        assertThat(minutes("/time_entries.json?fromdate=20241222&todate=20241201"))
                .isEmpty();
    }

    @Test
    void filtersByEveryOtherParameter() {
        teamwork.add(entry("2024-12-01T12:00:00Z", 1)
                .billable(true)
                .tags(List.of("tag1"))
                .build());
        teamwork.add(entry("2024-12-02T12:00:00Z", 2)
                .billable(true)
                .invoiceNo("7")
                .tags(List.of("tag2"))
                .build());
        teamwork.add(StoredTeamworkEntry.builder(1000, 1049, Instant.parse("2024-12-03T12:00:00Z"), 4)
                .build());
        clock.advance(Duration.ofHours(1));
        teamwork.add(StoredTeamworkEntry.builder(999, 1050, Instant.parse("2024-12-04T12:00:00Z"), 8)
                .build());
        teamwork.add(entry("2024-12-05T12:00:00Z", 16).deleted(true).build());

        assertThat(minutes("/time_entries.json")).containsExactly(1, 2, 4, 8);
        assertThat(minutes("/time_entries.json?userId=1000")).containsExactly(4);
        assertThat(minutes("/time_entries.json?billableType=billable")).containsExactly(1, 2);
        assertThat(minutes("/time_entries.json?billableType=nonbillable")).containsExactly(4, 8);
        assertThat(minutes("/time_entries.json?invoicedType=invoiced")).containsExactly(2);
        assertThat(minutes("/time_entries.json?invoicedType=noninvoiced&billableType=billable"))
                .containsExactly(1);
        assertThat(minutes("/time_entries.json?projectType=archived")).containsExactly(8);
        assertThat(minutes("/time_entries.json?projectType=active")).containsExactly(1, 2, 4);
        assertThat(minutes("/time_entries.json?projectType=all&projectId=1049")).containsExactly(4);
        assertThat(minutes("/time_entries.json?showDeleted=true")).containsExactly(1, 2, 4, 8, 16);
        assertThat(minutes("/time_entries.json?tagIds=15990")).containsExactly(1);
        assertThat(minutes("/time_entries.json?tagIds=15990,15991")).containsExactly(1, 2);
        assertThat(minutes("/time_entries.json?updatedAfterDate=20080108190000"))
                .containsExactly(8);
        assertThat(minutes("/projects/999/time_entries.json?showDeleted=true&userId=999"))
                .containsExactly(1, 2, 16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sortby=date                       | 1, 2, 4
            sortby=date&sortorder=DESC        | 4, 2, 1
            sortBy=user&sortOrder=ASC         | 4, 1, 2
            sortby=project&sortorder=DESC     | 2, 4, 1
            sortby=company                    | 4, 1, 2
            sortby=task                       | 1, 2, 4
            sortby=tasklist&sortorder=DESC    | 2, 4, 1
            sortby=dateupdated&sortorder=DESC | 1, 2, 4
            """)
    void sortsAndLeavesTheOrderOfIdsAmongEquals(String query, String expected) {
        teamwork.add(StoredTeamworkEntry.builder(1000, 1049, Instant.parse("2024-12-02T12:00:00Z"), 2)
                .taskId(7641)
                .build());
        teamwork.add(entry("2024-12-03T12:00:00Z", 4).taskId(8001).build());
        clock.advance(Duration.ofHours(1));
        teamwork.add(entry("2024-12-01T12:00:00Z", 1).build());
        List<Integer> order =
                Arrays.stream(expected.split(", *", -1)).map(Integer::valueOf).toList();

        assertThat(minutes("/time_entries.json?" + query)).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/time_entries.json?start=1",
                "/time_entries.json?userid=1",
                "/time_entries.json?page=0",
                "/time_entries.json?page=x",
                "/time_entries.json?fromtime=10:00",
                "/time_entries.json?fromdate=2024-12-01",
                "/time_entries.json?fromdate=20240230",
                "/time_entries.json?fromdate=20241201&fromtime=9:00",
                "/time_entries.json?sortby=name",
                "/time_entries.json?sortorder=asc",
                "/time_entries.json?billableType=non-billable",
                "/time_entries.json?page=1&page=2",
                "/projects/999/time_entries.json?projectType=all",
                "/time/total.json?page=1",
                "/projects/time/total.json?userId=1",
            })
    void rejectsParametersThatAreNotDocumented(String path) {
        HttpResponse<String> response = wire.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.read(response.body()).get("STATUS").textValue()).isEqualTo("Error");
    }

    @Test
    void showsLocalTimeInTheGivenZone() {
        try (TeamworkSimulator dublin =
                TeamworkSimulator.builder().zone(ZoneId.of("Europe/Dublin")).start()) {
            long id = dublin.add(entry("2024-07-01T23:30:00Z", 1).build()).id();
            JsonNode shown = Json.read(new Wire(dublin.url(), dublin.apiKey(), "x", "application/json")
                            .get("/time_entries/" + id + ".json")
                            .body())
                    .get("time-entry");
            assertThat(shown.get("dateUserPerspective").textValue()).isEqualTo("2024-07-02T00:30:00Z");
        }
    }

    @Test
    void listsFreshlyAfterEveryChange() {
        teamwork.add(entry("2024-12-21T05:00:00Z", 1).build());
        assertThat(minutes("/time_entries.json")).containsExactly(1);
        long second = teamwork.add(entry("2024-12-21T05:00:00Z", 2).build()).id();
        assertThat(minutes("/time_entries.json")).containsExactly(1, 2);
        wire.delete("/time_entries/" + second + ".json");
        assertThat(minutes("/time_entries.json")).containsExactly(1);
    }

    @Test
    void seedsTheSameEntriesForTheSameSeed() {
        teamwork.seed(5, 200);
        try (TeamworkSimulator other = TeamworkSimulator.builder()
                .clock(new ManualClock(Instant.parse("2008-01-08T18:27:39Z")))
                .start()) {
            other.seed(5, 200);
            assertThat(other.entries()).isEqualTo(teamwork.entries());
            assertThat(other.deletedEntries())
                    .isEqualTo(teamwork.deletedEntries())
                    .isNotEmpty();
        }
        assertThat(teamwork.entries())
                .anyMatch(entry -> !entry.hasStartTime())
                .anyMatch(entry -> !entry.invoiceNo().isEmpty())
                .anyMatch(entry -> entry.taskId().isPresent())
                .anyMatch(entry -> entry.taskId().equals(OptionalLong.empty()));
    }

    @Test
    void pagesThroughManyEntries() {
        teamwork.seed(3, 100_000);
        for (int page = 1; page <= 100; page += 10) {
            assertThat(minutes("/time_entries.json?pageSize=500&page=" + page)).hasSizeGreaterThan(300);
        }
    }
}
