package dev.hourbridge.simulators.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Json;
import dev.hourbridge.simulators.wire.Wire;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamworkTotalsTest {
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
}
