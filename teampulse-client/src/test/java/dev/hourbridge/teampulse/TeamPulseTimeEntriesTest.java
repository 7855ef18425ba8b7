package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.WriteOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TeamPulseTimeEntriesTest {
    private static final NewTeamPulseEntry DOCUMENTED = NewTeamPulseEntry.builder()
            .date(LocalDate.of(2013, 10, 2))
            .hours(new BigDecimal("6"))
            .type("Billable")
            .userId(1)
            .taskId(10)
            .note("Api for time entries")
            .build();

    @Test
    void readsEveryFieldOfTheDocumentedEntry() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/get.json"))) {
            TeamPulseEntry entry = wire.client.timeEntries().get(1);

            assertThat(entry.id()).isEqualTo(1);
            assertThat(entry.date()).isEqualTo(LocalDate.of(2013, 10, 2));
            assertThat(entry.hours()).isEqualByComparingTo("6");
            assertThat(entry.duration()).isEqualTo(Duration.ofHours(6));
            assertThat(entry.type()).contains("Billable");
            assertThat(entry.userId()).hasValue(1);
            assertThat(entry.taskId()).hasValue(10);
            assertThat(entry.note()).contains("Api for time entries");
            assertThat(entry.week()).hasValue(40);
            assertThat(entry.createdBy()).contains("Paul Smith");
            assertThat(entry.createdAt()).contains(Instant.parse("2013-06-06T00:00:00Z"));
            assertThat(entry.lastModifiedBy()).contains("Paul Smith");
            assertThat(entry.lastModifiedAt()).contains(Instant.parse("2013-10-09T13:57:28.330Z"));
            assertThat(entry.unknownFields()).isEmpty();

            RecordedRequest request = wire.request();
            assertThat(request.getMethod() + " " + request.getTarget())
                    .isEqualTo("GET /TeamPulse/api/v1/timeentries/1");
            assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("WRAP access_token=t0ken");
        }
    }

    @Test
    void readsTheListOfTheGuideOnceItsExtraCommaIsGone() {
        try (Wire wire = new Wire()
                .answers(Wire.fixture("documented/list-repaired.json"))
                .answersEntries()) {
            assertThat(wire.client.timeEntries().list(ODataQuery.all()))
                    .extracting(TeamPulseEntry::note)
                    .containsExactly(
                            Optional.of("Api for time entries"),
                            Optional.of("Create some test data"),
                            Optional.of("Fix getting of time entries"));
        }
    }

    @Test
    void refusesTheListAsTheGuidePrintsItWhichIsNoJson() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/list-broken.json"))) {
            assertThatThrownBy(() -> wire.client
                            .timeEntries()
                            .list(ODataQuery.all())
                            .iterator()
                            .hasNext())
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageNotContaining("Api for time entries");
        }
    }

    @Test
    void createsWithExactlyTheDocumentedBody() {
        try (Wire wire = new Wire().answers(201, Wire.fixture("documented/create-response.json"))) {
            TeamPulseEntry entry = wire.client.timeEntries().create(DOCUMENTED);

            assertThat(entry.id()).isEqualTo(1);
            assertThat(entry.week()).hasValue(40);
            RecordedRequest request = wire.request();
            assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /TeamPulse/api/v1/timeentries");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(Wire.json(Wire.text(request)))
                    .isEqualTo(Wire.json(Wire.fixture("documented/create-request-repaired.json")));
            assertThat(wire.requests()).isEqualTo(1);
        }
    }

    @Test
    void leavesOutANoteThatIsNotThere() {
        try (Wire wire = new Wire().answers(201, Wire.fixture("documented/create-response.json"))) {
            wire.client
                    .timeEntries()
                    .create(NewTeamPulseEntry.builder()
                            .date(LocalDate.of(2013, 10, 2))
                            .duration(Duration.ofMinutes(1))
                            .type("Non-Billable")
                            .userId(7)
                            .taskId(8)
                            .build());

            assertThat(Wire.text(wire.request()))
                    .isEqualTo(
                            "{\"date\":\"2013-10-02\",\"hours\":0.016667,\"type\":\"Non-Billable\",\"userId\":7,\"taskId\":8}");
        }
    }

    @Test
    void saysThatAnEntryWasTakenWhoseIdCannotBeRead() {
        try (Wire wire = new Wire().answers(201, "{\"date\":\"2013-10-02\",\"hours\":6}")) {
            assertThatThrownBy(() -> wire.client.timeEntries().create(DOCUMENTED))
                    .isInstanceOfSatisfying(
                            MalformedResponseException.class,
                            e -> assertThat(e.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID));
        }
    }

    @Test
    void updatesWithOnlyWhatIsToChange() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/update-response.json"))) {
            TeamPulseEntryUpdate update =
                    TeamPulseEntryUpdate.builder().hours(new BigDecimal("7")).build();
            TeamPulseEntry entry = wire.client.timeEntries().update(1, update);

            assertThat(entry.hours()).isEqualByComparingTo("7");
            RecordedRequest request = wire.request();
            assertThat(request.getMethod() + " " + request.getTarget())
                    .isEqualTo("PUT /TeamPulse/api/v1/timeentries/1");
            assertThat(Wire.json(Wire.text(request)))
                    .isEqualTo(Wire.json(Wire.fixture("documented/update-request.json")));
        }
    }

    @Test
    void updatesAllThatCanBeUpdated() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/update-response.json"))) {
            wire.client
                    .timeEntries()
                    .update(
                            1,
                            TeamPulseEntryUpdate.builder()
                                    .date(LocalDate.of(2013, 1, 9))
                                    .duration(Duration.ofMinutes(90))
                                    .type("Travel")
                                    .note("Zürich → 東京 😀")
                                    .build());

            assertThat(Wire.json(Wire.text(wire.request())))
                    .isEqualTo(Wire.json(
                            "{\"date\":\"2013-01-09\",\"hours\":1.5,\"type\":\"Travel\",\"note\":\"Zürich → 東京 😀\"}"));
        }
    }

    @Test
    void clearsANoteWithAnEmptyText() {
        try (Wire wire = new Wire().answers(Wire.fixture("documented/update-response.json"))) {
            wire.client
                    .timeEntries()
                    .update(1, TeamPulseEntryUpdate.builder().clearNote().build());

            assertThat(Wire.text(wire.request())).isEqualTo("{\"note\":\"\"}");
        }
    }

    @Test
    void refusesAnUpdateThatChangesNothing() {
        try (Wire wire = new Wire()) {
            TeamPulseEntryUpdate nothing = TeamPulseEntryUpdate.builder().build();
            assertThatThrownBy(() -> wire.client.timeEntries().update(1, nothing))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(wire.requests()).isZero();
        }
    }

    @Test
    void deletesAndReadsNothingOfTheAnswer() {
        try (Wire wire = new Wire().answersNothing(200)) {
            wire.client.timeEntries().delete(12);
            assertThat(wire.line()).isEqualTo("DELETE /TeamPulse/api/v1/timeentries/12");
        }
    }

    @Test
    void saysSoIfThereIsNoneToDelete() {
        try (Wire wire = new Wire().answers(404, "{\"Message\":\"Not found.\"}")) {
            assertThatThrownBy(() -> wire.client.timeEntries().delete(12)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void listsTheEntriesOfATask() {
        try (Wire wire = new Wire().answersEntries(4).answersEntries()) {
            assertThat(wire.client.timeEntries().listOfTask(10, ODataQuery.all()))
                    .extracting(TeamPulseEntry::id)
                    .containsExactly(4L);
            assertThat(wire.line()).isEqualTo("GET /TeamPulse/api/v1/tasks/10/timeentries");
        }
    }

    @Test
    void listsWorkTypesInTheOrderOfTheirNames() {
        try (Wire wire = new Wire()
                .answers("{\"totalResults\":2,\"top\":100,\"skip\":0,\"results\":[{\"name\":\"Billable\"},"
                        + "{\"name\":\"Non-Billable\",\"colour\":\"red\"}]}")
                .answersEntries()) {
            assertThat(wire.client.workTypes().list(3, ODataQuery.all()))
                    .extracting(WorkType::name, type -> type.unknownFields().toString())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Billable", "{}"),
                            org.assertj.core.groups.Tuple.tuple("Non-Billable", "{colour=red}"));
            RecordedRequest request = wire.request();
            assertThat(request.getUrl().encodedPath()).isEqualTo("/TeamPulse/api/v1/projects/3/timeentrytypes");
            assertThat(request.getUrl().queryParameter("$orderby")).isEqualTo("name asc");
        }
    }

    @Test
    void givesOneAnswerAsItIs() {
        try (Wire wire =
                new Wire().answers("{\"totalResults\":7,\"top\":2,\"skip\":4,\"results\":[" + Wire.entry(5) + "]}")) {
            ODataPage<TeamPulseEntry> page = wire.client
                    .timeEntries()
                    .page(ODataQuery.builder().top(2).skip(4).build());

            assertThat(page.totalResults()).hasValue(7);
            assertThat(page.top()).hasValue(2);
            assertThat(page.skip()).hasValue(4);
            assertThat(page.results()).extracting(TeamPulseEntry::id).containsExactly(5L);
            RecordedRequest request = wire.request();
            assertThat(request.getUrl().queryParameter("$top")).isEqualTo("2");
            assertThat(request.getUrl().queryParameter("$skip")).isEqualTo("4");
        }
    }

    @Test
    void takesAnEnvelopeOfWhichOnlyTheResultsAreThere() {
        try (Wire wire = new Wire().answers("{\"top\":null,\"skip\":null,\"results\":[]}")) {
            ODataPage<TeamPulseEntry> page = wire.client.timeEntries().pageOfTask(1, ODataQuery.all());
            assertThat(page.totalResults()).isEqualTo(OptionalLong.empty());
            assertThat(page.top()).isEqualTo(OptionalLong.empty());
            assertThat(page.results()).isEmpty();
        }
    }

    @Test
    void keepsWhatItDoesNotKnowInOrder() {
        String json =
                "{\"zeta\":1,\"id\":3,\"date\":\"2013-10-02\",\"hours\":1,\"alpha\":{\"a\":[true]},\"iversion\":\"9\"}";
        try (Wire wire = new Wire().answers(json)) {
            assertThat(wire.client.timeEntries().get(3).unknownFields())
                    .containsExactly(
                            java.util.Map.entry("zeta", "1"),
                            java.util.Map.entry("alpha", "{\"a\":[true]}"),
                            java.util.Map.entry("iversion", "9"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-10-02",
                "2013-10-02T00:00:00",
                "2013-10-02T00:00:00.000",
                "2013-10-02T23:30:00Z",
                "2013-10-02T00:00:00+13:00",
                "2013-10-02T00:00:00-11:00"
            })
    void takesTheDayAsItIsWritten(String date) {
        try (Wire wire = new Wire().answers("{\"id\":3,\"hours\":1,\"date\":\"" + date + "\"}")) {
            assertThat(wire.client.timeEntries().get(3).date()).isEqualTo(LocalDate.of(2013, 10, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2013-10-09T13:57:28, 2013-10-09T13:57:28Z",
        "2013-10-09T13:57:28.3, 2013-10-09T13:57:28.3Z",
        "2013-10-04T11:08:24.673, 2013-10-04T11:08:24.673Z",
        "2013-10-04T11:08:24.6731234, 2013-10-04T11:08:24.6731234Z",
        "2013-10-04T11:08:24Z, 2013-10-04T11:08:24Z",
        "2013-10-04T11:08:24+02:00, 2013-10-04T09:08:24Z"
    })
    void takesAMomentWithoutAZoneAsUtc(String written, Instant meant) {
        String json = "{\"id\":3,\"hours\":1,\"date\":\"2013-10-02\",\"createdAt\":\"" + written + "\"}";
        try (Wire wire = new Wire().answers(json)) {
            assertThat(wire.client.timeEntries().get(3).createdAt()).contains(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"\"",
                "{\"id\":4,\"date\":\"2013-10-02\",\"hours\":1}",
                "{\"id\":3,\"hours\":1}",
                "{\"id\":3,\"date\":\"2013-10-02\"}",
                "{\"id\":3,\"date\":\"2013-02-30\",\"hours\":1}",
                "{\"id\":3,\"date\":\"02.10.2013\",\"hours\":1}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":-1}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":1e99}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":\"six\"}",
                "{\"id\":3.5,\"date\":\"2013-10-02\",\"hours\":1}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":1,\"note\":5}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":1,\"id\":4}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":1}{}",
                "{\"id\":3,\"date\":\"2013-10-02\",\"hours\":1"
            })
    void refusesAnAnswerThatIsNotTheEntry(String json) {
        try (Wire wire = new Wire().answers(json)) {
            assertThatThrownBy(() -> wire.client.timeEntries().get(3)).isInstanceOf(MalformedResponseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"data\":[]}", "{\"results\":null}", "{\"results\":{}}", "{\"results\":[null]}"})
    void refusesAListWithoutResults(String json) {
        try (Wire wire = new Wire().answers(json)) {
            assertThatThrownBy(() -> wire.client.timeEntries().page(ODataQuery.all()))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void refusesALoginPageServedAsSuccess() {
        try (Wire wire = new Wire().answersAs("text/html", 200, "<html><title>Log in</title></html>")) {
            assertThatThrownBy(() -> wire.client.timeEntries().page(ODataQuery.all()))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void refusesIdsThatCannotBe() {
        try (Wire wire = new Wire()) {
            TeamPulseTimeEntries entries = wire.client.timeEntries();
            assertThatThrownBy(() -> entries.get(0)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> entries.delete(-1)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> entries.listOfTask(0, ODataQuery.all())).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> wire.client.workTypes().list(0, ODataQuery.all()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() ->
                            entries.create(DOCUMENTED.toBuilder().userId(0).build()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("userId");
            assertThat(wire.requests()).isZero();
        }
    }

    /** Olingo's parser rejects a bare {@code 6.1}; the suffix is accepted by Olingo's and .NET's. */
    @Test
    void sendsADoubleOfAFilterWithItsSuffix() {
        try (Wire wire = new Wire().answersEntries()) {
            ODataFilter filter = ODataField.float64("hours").gt(6.1);

            wire.client
                    .timeEntries()
                    .list(ODataQuery.builder().filter(filter).build())
                    .forEach(entry -> {});

            assertThat(wire.parameter("$filter")).isEqualTo("hours gt 6.1d");
        }
    }
}
