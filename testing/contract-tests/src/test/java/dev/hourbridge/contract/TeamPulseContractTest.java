package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.model.Pager;
import dev.hourbridge.teampulse.NewTeamPulseEntry;
import dev.hourbridge.teampulse.ODataPage;
import dev.hourbridge.teampulse.ODataQuery;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teampulse.TeamPulseEntry;
import dev.hourbridge.teampulse.TeamPulseEntryUpdate;
import dev.hourbridge.teampulse.TeamPulseTimeEntries;
import dev.hourbridge.teampulse.TimeEntryFields;
import dev.hourbridge.teampulse.WorkType;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;

class TeamPulseContractTest extends ContractSuite {
    private static final LocalDate DAY = LocalDate.parse("2013-10-02");
    private static final String ENTRY = """
            {"id":1,"date":"2013-10-02","hours":6.5,"type":"Billable","userId":7,"taskId":10,"note":"Api","week":40,
             "createdBy":"Paul Smith","createdAt":"2013-06-06T00:00:00","lastModifiedBy":"Ann Jones",
             "lastModifiedAt":"2013-10-09T13:57:28.33"}""";
    private static final String LIST = "{\"totalResults\":9,\"top\":5,\"skip\":3,\"results\":[%s]}";
    private static final ODataQuery QUERY = ODataQuery.builder()
            .filter(TimeEntryFields.DATE.gt(DAY))
            .orderBy(TimeEntryFields.DATE.desc())
            .top(5)
            .skip(3)
            .build();
    private static final Map<String, String> PARAMETERS = Map.of(
            "$filter", "date gt datetime'2013-10-02'",
            "$orderby", "date desc,id asc",
            "$top", "5",
            "$skip", "3");
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("id", 1L),
            Map.entry("date", DAY),
            Map.entry("hours", new BigDecimal("6.5")),
            Map.entry("type", "Billable"),
            Map.entry("userId", 7L),
            Map.entry("taskId", 10L),
            Map.entry("note", "Api"),
            Map.entry("week", 40),
            Map.entry("createdBy", "Paul Smith"),
            Map.entry("createdAt", Instant.parse("2013-06-06T00:00:00Z")),
            Map.entry("lastModifiedBy", "Ann Jones"),
            Map.entry("lastModifiedAt", Instant.parse("2013-10-09T13:57:28.33Z")));
    private static final Map<String, Function<TeamPulseEntry, Object>> FIELDS = Map.ofEntries(
            Map.entry("id", TeamPulseEntry::id),
            Map.entry("date", TeamPulseEntry::date),
            Map.entry("hours", TeamPulseEntry::hours),
            Map.entry("type", entry -> entry.type().orElseThrow()),
            Map.entry("userId", entry -> entry.userId().getAsLong()),
            Map.entry("taskId", entry -> entry.taskId().getAsLong()),
            Map.entry("note", entry -> entry.note().orElseThrow()),
            Map.entry("week", entry -> entry.week().getAsInt()),
            Map.entry("createdBy", entry -> entry.createdBy().orElseThrow()),
            Map.entry("createdAt", entry -> entry.createdAt().orElseThrow()),
            Map.entry("lastModifiedBy", entry -> entry.lastModifiedBy().orElseThrow()),
            Map.entry("lastModifiedAt", entry -> entry.lastModifiedAt().orElseThrow()));

    private final ContractServer server = new ContractServer("application/json");
    private final TeamPulseClient client =
            TeamPulseClient.builder().baseUrl(server.url()).token("token").build();
    private final TeamPulseTimeEntries entries = client.timeEntries();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    String vendor() {
        return "teampulse";
    }

    @Override
    void defineProbes() {
        operation("show", "GET /timeentries/{id}", ENTRY, () -> entries.get(1));
        list("list", "GET /timeentries", entries::list, () -> entries.page(QUERY));
        list(
                "list-task",
                "GET /tasks/{taskId}/timeentries",
                query -> entries.listOfTask(10, query),
                () -> entries.pageOfTask(10, QUERY));
        list(
                "entry-types",
                "GET /projects/{projectId}/timeentrytypes",
                query -> client.workTypes().list(4, query),
                () -> client.workTypes().page(4, QUERY));
        probe("entry-types", "response", "name", () -> {
            server.answer(200, LIST.formatted("{\"name\":\"Billable\"}"));
            assertThat(client.workTypes().page(4, ODataQuery.all()).results())
                    .extracting(WorkType::name)
                    .containsExactly("Billable");
            server.take();
        });
        responses("list", () -> {
            server.answer(200, LIST.formatted(ENTRY));
            return entries.page(QUERY).results().get(0);
        });
        NewTeamPulseEntry whole = NewTeamPulseEntry.builder()
                .date(DAY)
                .hours(new BigDecimal("6.5"))
                .type("Billable")
                .userId(7)
                .taskId(10)
                .note("Api")
                .build();
        operation("create", "POST /timeentries", ENTRY, () -> entries.create(whole));
        requests("create", List.of("date", "hours", "type", "userId", "taskId", "note"), () -> entries.create(whole));
        responses("create", () -> {
            server.answer(201, ENTRY);
            return entries.create(whole);
        });
        TeamPulseEntryUpdate update = TeamPulseEntryUpdate.builder()
                .date(DAY)
                .hours(new BigDecimal("6.5"))
                .type("Billable")
                .note("Api")
                .build();
        operation("update", "PUT /timeentries/{id}", ENTRY, () -> entries.update(1, update));
        requests("update", List.of("date", "hours", "type", "note"), () -> entries.update(1, update));
        operation("delete", "DELETE /timeentries/{id}", "", () -> entries.delete(1));
        probe("*", "rule", "$top and $skip page; $filter and $orderby are OData", () -> {
            server.answer(200, LIST.formatted(ENTRY));
            server.answer(200, LIST.formatted(""));
            assertThat(entries.list(QUERY)).hasSize(1);
            assertThat(server.take().getUrl().queryParameter("$skip")).isEqualTo("3");
            RecordedRequest second = server.take();
            assertThat(second.getUrl().queryParameter("$skip")).isEqualTo("4");
            assertThat(second.getUrl().queryParameter("$top")).isEqualTo("4");
        });
        probe(
                "*",
                "rule",
                "id, week and the created and modified fields are never sent; userId and taskId are, on create",
                () -> {
                    server.answer(201, ENTRY);
                    entries.create(whole);
                    assertThat(body().properties())
                            .extracting(Map.Entry::getKey)
                            .containsExactlyInAnyOrder("date", "hours", "type", "userId", "taskId", "note");
                    server.answer(200, ENTRY);
                    entries.update(1, update);
                    assertThat(body().properties())
                            .extracting(Map.Entry::getKey)
                            .containsExactlyInAnyOrder("date", "hours", "type", "note");
                });
    }

    private void list(String operation, String row, Function<ODataQuery, Pager<?>> list, Supplier<ODataPage<?>> page) {
        String item = operation.equals("entry-types") ? "{\"name\":\"Billable\"}" : ENTRY;
        probe(operation, "operation", row, () -> {
            server.answer(200, LIST.formatted(item));
            server.answer(200, LIST.formatted(""));
            assertThat(list.apply(ODataQuery.builder().top(2).build())).hasSize(1);
            assertThat(line()).isEqualTo(wire(row));
            assertThat(line()).isEqualTo(wire(row));
        });
        PARAMETERS.forEach((name, value) -> probe(operation, "query", name, () -> {
            server.answer(200, LIST.formatted(item));
            assertThat(page.get().results()).hasSize(1);
            String expected = operation.equals("entry-types") ? value.replace("id asc", "name asc") : value;
            assertThat(server.take().getUrl().queryParameter(name)).isEqualTo(expected);
        }));
        envelope(
                operation,
                "totalResults",
                page,
                item,
                read -> assertThat(read.totalResults()).hasValue(9));
        envelope(operation, "top", page, item, read -> assertThat(read.top()).hasValue(5));
        envelope(operation, "skip", page, item, read -> assertThat(read.skip()).hasValue(3));
        envelope(
                operation,
                "results",
                page,
                item,
                read -> assertThat(read.results()).hasSize(1));
    }

    private void envelope(
            String operation, String name, Supplier<ODataPage<?>> page, String item, Consumer<ODataPage<?>> check) {
        probe(operation, "response-envelope", name, () -> {
            server.answer(200, LIST.formatted(item));
            check.accept(page.get());
            server.take();
        });
    }

    private void operation(String operation, String row, String answer, Runnable call) {
        probe(operation, "operation", row, () -> {
            server.answer(200, answer);
            call.run();
            assertThat(line()).isEqualTo(wire(row));
        });
    }

    private void responses(String operation, Supplier<TeamPulseEntry> call) {
        FIELDS.forEach((name, field) -> probe(operation, "response", name, () -> {
            TeamPulseEntry entry = call.get();
            server.take();
            assertThat(field.apply(entry)).isEqualTo(VALUES.get(name));
        }));
    }

    private void requests(String operation, List<String> names, Runnable call) {
        JsonNode expected = json(ENTRY);
        names.forEach(name -> probe(operation, "request", name, () -> {
            server.answer(201, ENTRY);
            call.run();
            assertThat(body().get(name)).isEqualTo(expected.get(name));
        }));
    }

    private static String wire(String row) {
        return row.replace(" /", " /api/v1/")
                .replace("{id}", "1")
                .replace("{taskId}", "10")
                .replace("{projectId}", "4");
    }

    private String line() {
        RecordedRequest request = server.take();
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }

    private JsonNode body() {
        return json(server.takeBody());
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
