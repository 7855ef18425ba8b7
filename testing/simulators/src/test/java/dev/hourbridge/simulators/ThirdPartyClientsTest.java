package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.simulators.wire.CodebaseWire;
import dev.hourbridge.simulators.wire.Json;
import dev.hourbridge.simulators.wire.TeamPulseWire;
import dev.hourbridge.simulators.wire.Wire;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What third-party clients and the vendors' own SDKs send, in both modes. */
class ThirdPartyClientsTest {
    private static final String CHARSET = "application/xml; charset=utf-8";
    private static final String ENTRY =
            "<time-entry><start-date>2008-01-08</start-date><duration>10</duration></time-entry>";
    private static final String SESSION = "<time-session><summary>Work</summary><minutes>5</minutes></time-session>";

    @ParameterizedTest
    @EnumSource(Simulator.Mode.class)
    void liveTimerIgnoresABodyWithACharsetInItsContentType(Simulator.Mode mode) {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            liveTimer.mode(mode);
            Wire wire = new Wire(liveTimer.url(), liveTimer.username(), liveTimer.password(), CHARSET);
            StoredLiveTimerEntry before =
                    liveTimer.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 7), 5)
                            .build());

            HttpResponse<String> create = wire.post("/time_entries.xml", ENTRY);
            HttpResponse<String> update = wire.put("/time_entries/" + before.id() + ".xml", ENTRY);

            assertThat(create.statusCode()).isEqualTo(422);
            assertThat(update.statusCode()).isEqualTo(422);
            assertThat(liveTimer.entries()).containsExactly(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", CHARSET, "text/xml;charset=UTF-8"})
    void liveTimerReadsABodyWithACharsetIfSetTo(String contentType) {
        try (LiveTimerSimulator liveTimer =
                LiveTimerSimulator.builder().strictContentType(false).start()) {
            Wire wire = new Wire(liveTimer.url(), liveTimer.username(), liveTimer.password(), contentType);

            assertThat(wire.post("/time_entries.xml", ENTRY).statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,406", "false,201"})
    void codebaseDemandsItsContentTypeWithoutACharset(boolean strict, int status) {
        try (CodebaseSimulator codebase =
                CodebaseSimulator.builder().strictContentType(strict).start()) {
            CodebaseWire wire = CodebaseWire.of(codebase);

            assertThat(wire.speaking("application/xml", CHARSET)
                            .post("/app/time_sessions", SESSION)
                            .statusCode())
                    .isEqualTo(status);
            assertThat(wire.post("/app/time_sessions", SESSION).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void strictContentTypesAreTheDefault() {
        try (CodebaseSimulator codebase = CodebaseSimulator.start();
                LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            assertThat(CodebaseWire.of(codebase)
                            .speaking("application/xml", CHARSET)
                            .get("/app/time_sessions")
                            .statusCode())
                    .isEqualTo(406);
            assertThat(new Wire(liveTimer.url(), liveTimer.username(), liveTimer.password(), CHARSET)
                            .post("/time_entries.xml", ENTRY)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STRICT,true,\"uri:TeamPulse\"",
        "STRICT,false,uri:TeamPulse",
        "LENIENT,true,\"uri:TeamPulse\"",
        "LENIENT,false,uri:TeamPulse"
    })
    void teamPulseChallengesWhereItsSdkAsks(Simulator.Mode mode, boolean quoted, String clientId) {
        try (TeamPulseSimulator teamPulse =
                TeamPulseSimulator.builder().quotedClientId(quoted).start()) {
            teamPulse.mode(mode);
            HttpResponse<String> challenge =
                    TeamPulseWire.with(teamPulse, "WRAP").get("/Authentication/Restrict");

            assertThat(challenge.statusCode()).isEqualTo(401);
            assertThat(challenge.headers().allValues("WWW-Authenticate"))
                    .contains("WRAP location=\"" + teamPulse.url() + "/Authenticate/WRAPv0.9\", client_id=" + clientId);
            assertThat(TeamPulseWire.signedIn(teamPulse)
                            .get("/Authentication/Restrict")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(teamPulse.requests().count("challenge")).isEqualTo(2);
        }
    }

    @Test
    void teamPulseTakesTheReadOnlyFieldsThatItsSdkSendsBackIfLenient() {
        try (TeamPulseSimulator teamPulse = TeamPulseSimulator.start()) {
            Wire wire = TeamPulseWire.signedIn(teamPulse);
            long id = teamPulse
                    .add(StoredTeamPulseEntry.builder(1, 10, LocalDate.of(2013, 10, 2), BigDecimal.ONE)
                            .build())
                    .id();
            String path = "/api/v1/timeentries/" + id;
            ObjectNode entry = (ObjectNode) TeamPulseWire.json(wire.get(path));
            entry.put("note", "changed").put("id", 99).put("createdBy", "someone");

            assertThat(wire.put(path, entry.toString()).statusCode()).isEqualTo(400);
            assertThat(wire.post("/api/v1/timeentries", entry.toString()).statusCode())
                    .isEqualTo(400);
            teamPulse.mode(Simulator.Mode.LENIENT);
            assertThat(wire.put(path, entry.toString()).statusCode()).isEqualTo(200);
            assertThat(wire.post("/api/v1/timeentries", entry.toString()).statusCode())
                    .isEqualTo(201);
            assertThat(wire.put(path, entry.put("owner", 1).toString()).statusCode())
                    .isEqualTo(400);

            assertThat(teamPulse.entries())
                    .extracting(StoredTeamPulseEntry::id, StoredTeamPulseEntry::createdBy)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple(id, "Paul Smith"),
                            org.assertj.core.api.Assertions.tuple(id + 1, "Paul Smith"));
            assertThat(teamPulse.entries().get(0).note()).contains("changed");
        }
    }

    @Test
    void liveTimerTakesTheWholeEntryThatActiveResourceSavesIfLenient() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            Wire wire = new Wire(liveTimer.url(), liveTimer.username(), liveTimer.password(), "application/xml");
            OffsetDateTime start = OffsetDateTime.parse("2008-01-08T16:01:00-05:00");
            List<StoredLiveTimerEntry> before = List.of(
                    liveTimer.add(StoredLiveTimerEntry.startEnd(25, start, start.plusMinutes(10))
                            .projectId(28)
                            .note("old")
                            .build()),
                    liveTimer.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 10)
                            .note("old")
                            .build()));

            for (StoredLiveTimerEntry each : before) {
                String path = "/time_entries/" + each.id() + ".xml";
                String whole = wire.get(path).body().replace("old", "new");
                liveTimer.mode(Simulator.Mode.STRICT);
                assertThat(wire.put(path, whole).statusCode()).isEqualTo(422);
                liveTimer.mode(Simulator.Mode.LENIENT);
                assertThat(wire.put(path, whole).statusCode()).isEqualTo(200);
            }

            assertThat(liveTimer.entries())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("updatedAt", "note")
                    .containsExactlyElementsOf(before);
            assertThat(liveTimer.entries())
                    .extracting(StoredLiveTimerEntry::note)
                    .containsOnly("new");
        }
    }

    @ParameterizedTest
    @CsvSource({"STRICT,405,405", "LENIENT,200,404"})
    void liveTimerRespondsToTheHeadOfActiveResourceIfLenient(Simulator.Mode mode, int found, int missing) {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            liveTimer.mode(mode);
            Wire wire = new Wire(liveTimer.url(), liveTimer.username(), liveTimer.password(), "application/xml");
            long id = liveTimer
                    .add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2008, 1, 8), 10)
                            .build())
                    .id();

            HttpResponse<String> head = wire.send("HEAD", "/time_entries/" + id + ".xml", null);

            assertThat(head.statusCode()).isEqualTo(found);
            assertThat(head.body()).isEmpty();
            assertThat(wire.send("HEAD", "/time_entries/1.xml", null).statusCode())
                    .isEqualTo(missing);
            assertThat(wire.get("/time_entries.xml").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void teamworkPagesATaskListIfLenient() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");
            for (int i = 0; i < 3; i++) {
                teamwork.add(
                        StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-0" + (i + 1) + "T12:00:00Z"), 5)
                                .taskId(7641)
                                .build());
            }
            String list = "/tasks/7641/time_entries.json";

            assertThat(wire.get(list + "?page=2&pageSize=2").statusCode()).isEqualTo(400);
            teamwork.mode(Simulator.Mode.LENIENT);
            HttpResponse<String> second = wire.get(list + "?page=2&pageSize=2");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(Json.read(second.body()).get("time-entries")).hasSize(1);
            assertThat(second.headers().firstValue("X-Pages")).contains("2");
            HttpResponse<String> whole = wire.get(list);
            assertThat(Json.read(whole.body()).get("time-entries")).hasSize(3);
            assertThat(whole.headers().firstValue("X-Pages")).isEmpty();
            assertThat(wire.get(list + "?userId=999").statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Simulator.Mode.class)
    void teamworkSendsEmptyTagsAsAnObjectOnlyIfSetTo(Simulator.Mode mode) {
        for (boolean asObject : new boolean[] {false, true}) {
            try (TeamworkSimulator teamwork =
                    TeamworkSimulator.builder().emptyTagsAsObject(asObject).start()) {
                teamwork.mode(mode);
                Wire wire = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json");
                for (int i = 0; i < 2; i++) {
                    teamwork.add(StoredTeamworkEntry.builder(999, 999, Instant.EPOCH, 5)
                            .build());
                }
                for (JsonNode entry :
                        Json.read(wire.get("/time_entries.json").body()).get("time-entries")) {
                    assertThat(entry.get("tags").toString()).isEqualTo(asObject ? "{}" : "[]");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Simulator.Mode.class)
    void teamworkRespondsToACreateWithTheIdInLocationHeaderAndBody(Simulator.Mode mode) {
        try (TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            teamwork.mode(mode);
            HttpResponse<String> created = new Wire(teamwork.url(), teamwork.apiKey(), "x", "application/json")
                    .post(
                            "/projects/999/time_entries.json",
                            "{\"time-entry\":{\"date\":\"20240102\",\"time\":\"10:00\",\"minutes\":5}}");
            String id = Long.toString(teamwork.entries().get(0).id());

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.headers().firstValue("Location"))
                    .contains(teamwork.url() + "/time_entries/" + id + ".json");
            assertThat(created.headers().firstValue("id")).contains(id);
            assertThat(Json.read(created.body()).get("timeLogId").textValue()).isEqualTo(id);
        }
    }
}
