package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final TestClock clock = new TestClock();
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
        HttpResponse<String> answer = wire.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = Json.read(answer.body());
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
                 "task-tags": [], "tags": {}, "id": "17249630", "canEdit": true,
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

        HttpResponse<String> answer = wire.get("/todo_items/8001/time_entries.json");

        assertThat(Json.read(answer.body()).get("time-entries")).hasSize(101);
        assertThat(answer.headers().firstValue("X-Pages")).isEmpty();
        assertThat(wire.get("/tasks/8001/time_entries.json").body()).isEqualTo(answer.body());
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
    void refusesParametersThatAreNotDocumented(String path) {
        HttpResponse<String> answer = wire.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.read(answer.body()).get("STATUS").textValue()).isEqualTo("Error");
    }

    @Test
    void totalsAtAllLevels() {
        teamwork.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-12-01T12:00:00Z"), 500)
                .billable(true)
                .build());
        teamwork.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-12-02T12:00:00Z"), 49)
                .taskId(7641)
                .billable(true)
                .invoiceNo("7")
                .build());
        teamwork.add(StoredTeamworkEntry.builder(1000, 1049, Instant.parse("2024-12-03T12:00:00Z"), 205)
                .build());
        teamwork.add(entry("2024-12-03T12:00:00Z", 10).build());
        teamwork.add(entry("2024-12-03T12:00:00Z", 99).deleted(true).build());

        assertThat(get("/time/total.json").get("time-totals")).isEqualTo(Json.read("""
                {"total-mins-sum": "764", "total-hours-sum": "12.73",
                 "billable-mins-sum": "549", "billable-hours-sum": "9.15",
                 "non-billable-mins-sum": "215", "non-billable-hours-sum": "3.58",
                 "billed-mins-sum": "49", "billed-hours-sum": "0.82",
                 "non-billed-mins-sum": "500", "non-billed-hours-sum": "8.33"}
                """));
        JsonNode project = get("/projects/1049/time/total.json").get("projects").get(0);
        assertThat(project.get("name").textValue()).isEqualTo("Time Logging Project");
        assertThat(project.get("company")).isEqualTo(Json.read("{\"name\": \"Digital Crew\", \"id\": \"47\"}"));
        assertThat(project.at("/time-totals/total-hours-sum").textValue()).isEqualTo("12.57");
        assertThat(project.at("/time-totals/non-billable-mins-sum").textValue()).isEqualTo("205");
        assertThat(project.at("/time-estimates/total-hours-estimated").textValue())
                .isEqualTo("2.17");
        assertThat(project.at("/time-estimates/active-mins-estimated").textValue())
                .isEqualTo("105");
        assertThat(project.at("/time-estimates/completed-mins-estimated").textValue())
                .isEqualTo("25");

        JsonNode list = get("/tasklists/1027/time/total.json").get("projects").get(0);
        assertThat(list.get("id").textValue()).isEqualTo("1049");
        assertThat(list.at("/tasklist/name").textValue()).isEqualTo("Time Rollup");
        assertThat(list.at("/tasklist/time-totals/total-mins-sum").textValue()).isEqualTo("49");

        JsonNode task = get("/tasks/7641/time/total.json").get("projects").get(0);
        assertThat(task.at("/tasklist/id").textValue()).isEqualTo("1027");
        assertThat(task.at("/tasklist/task/name").textValue()).isEqualTo("Some specific task");
        assertThat(task.at("/tasklist/task/time-totals/total-mins-sum").textValue())
                .isEqualTo("49");

        assertThat(total("/time/total.json?userId=0&fromDate=20241202&toDate=20241203"))
                .isEqualTo("264");
        assertThat(total("/time/total.json?userId=1000")).isEqualTo("205");
        assertThat(total("/time/total.json?toDate=20241203&toTime=06:59")).isEqualTo("549");
        assertThat(total("/time_entries/total.json?projectType=archived")).isEqualTo("0");
    }

    private String total(String path) {
        return get(path).at("/time-totals/total-mins-sum").textValue();
    }

    @Test
    void pagesTotalsPerProjectAndLeavesOutProjectsWithoutTime() {
        teamwork.add(entry("2024-12-01T12:00:00Z", 30).billable(true).build());
        teamwork.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-12-02T12:00:00Z"), 5)
                .build());

        JsonNode all = get("/projects/time/total.json").get("projects");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("totalMins").textValue()).isEqualTo("30");
        assertThat(all.get(0).get("totalBillableMins").textValue()).isEqualTo("30");
        assertThat(all.get(0).get("totalNonBillableMins").textValue()).isEqualTo("0");
        assertThat(all.get(1).at("/company/id").textValue()).isEqualTo("47");

        HttpResponse<String> second = wire.get("/projects/time/total.json?page=2&pageSize=1");
        assertThat(second.headers().firstValue("X-Pages")).contains("2");
        assertThat(Json.read(second.body()).at("/projects/0/id").textValue()).isEqualTo("1049");
    }

    @Test
    void answersErrorsInTheirShapes() {
        Wire stranger = new Wire(teamwork.url(), "wrong", "x", "application/json");
        assertThat(stranger.get("/time_entries.json").statusCode()).isEqualTo(401);
        assertThat(Json.read(stranger.get("/time_entries.json").body()).has("error"))
                .isTrue();

        for (String path : List.of("/nothing", "/time_entries/1.json", "/projects/1/time_entries.json")) {
            HttpResponse<String> missing = wire.get(path);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(Json.read(missing.body()).get("STATUS").textValue()).isEqualTo("Error");
        }

        teamwork.faults().next(Requests.any(), Fault.status(500)).nth(2, Requests.any(), Fault.failureWith200());
        assertThat(Json.read(wire.get("/time_entries.json").body())
                        .at("/content/errors/0")
                        .textValue())
                .isNotBlank();
        HttpResponse<String> lying = wire.get("/time_entries.json");
        assertThat(lying.statusCode()).isEqualTo(200);
        assertThat(Json.read(lying.body()).get("STATUS").textValue()).isEqualTo("Error");
    }

    @Test
    void takesTheKeyAsABearerTokenToo() {
        Wire bearer = new Wire(teamwork.url(), "Bearer " + teamwork.apiKey(1000), "application/json");
        assertThat(bearer.get("/time_entries.json").statusCode()).isEqualTo(200);
        Wire nobody = new Wire(teamwork.url(), null, "application/json");
        assertThat(nobody.get("/time_entries.json").statusCode()).isEqualTo(401);
    }

    @Test
    void limitsRequestsAMinuteAndSaysSo() {
        try (TeamworkSimulator strict =
                TeamworkSimulator.builder().clock(clock).requestsPerMinute(2).start()) {
            Wire limited = new Wire(strict.url(), strict.apiKey(), "x", "application/json");
            HttpResponse<String> first = limited.get("/time_entries.json");
            assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("2");
            assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("1");
            assertThat(limited.get("/time_entries.json").statusCode()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(20));
            HttpResponse<String> refused = limited.get("/time_entries.json");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).contains("0");
            assertThat(refused.headers().firstValue("X-RateLimit-Reset")).contains("40");
            assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
            clock.advance(Duration.ofSeconds(40));
            assertThat(limited.get("/time_entries.json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void throttlesInTheOlderStyleWithTheOtherHeadersAndAMoment() {
        try (TeamworkSimulator strict = TeamworkSimulator.builder()
                .clock(clock)
                .requestsPerMinute(1)
                .throttleStatus(400)
                .rateLimitHeaders(TeamworkRateLimitHeaders.X_RATE_LIMIT)
                .resetAsEpoch(true)
                .start()) {
            Wire limited = new Wire(strict.url(), strict.apiKey(), "x", "application/json");
            limited.get("/time_entries.json");
            HttpResponse<String> refused = limited.get("/time_entries.json");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("X-Rate-Limit-Remaining")).contains("0");
            assertThat(refused.headers().firstValue("X-Rate-Limit-Reset"))
                    .contains(Long.toString(clock.instant().getEpochSecond() + 60));
        }
        teamwork.faults().next(Requests.any(), Fault.throttledAs400(Duration.ofSeconds(9)));
        HttpResponse<String> refused = wire.get("/time_entries.json");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("X-RateLimit-Reset")).contains("9");
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
        try (TeamworkSimulator other =
                TeamworkSimulator.builder().clock(new TestClock()).start()) {
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
    void pagesQuicklyThroughManyEntries() {
        teamwork.seed(3, 100_000);
        long start = System.nanoTime();
        for (int page = 1; page <= 100; page += 10) {
            assertThat(minutes("/time_entries.json?pageSize=500&page=" + page)).hasSizeGreaterThan(300);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void givesNoMoreRowsOfAQueryThanItsCap() {
        try (TeamworkSimulator capped =
                TeamworkSimulator.builder().clock(clock).rowsPerQuery(250).start()) {
            Wire caller = new Wire(capped.url(), capped.apiKey(), "x", "application/json");
            for (int i = 0; i < 260; i++) {
                capped.add(entry("2024-12-21T05:00:00Z", 10).build());
            }
            HttpResponse<String> third = caller.get("/time_entries.json?page=3");
            assertThat(third.headers().firstValue("X-Records")).contains("250");
            assertThat(third.headers().firstValue("X-Pages")).contains("3");
            assertThat(Json.read(third.body()).get("time-entries")).hasSize(50);
            assertThat(Json.read(caller.get("/time_entries.json?page=4").body()).get("time-entries"))
                    .isEmpty();
        }
    }
}
