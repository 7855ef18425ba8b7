package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.teamwork.NewTeamworkEntry;
import dev.hourbridge.teamwork.ProjectType;
import dev.hourbridge.teamwork.TeamworkEntry;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import dev.hourbridge.teamwork.TeamworkEntryQuery.BillableType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.InvoicedType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortBy;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortOrder;
import dev.hourbridge.teamwork.TeamworkEntryUpdate;
import dev.hourbridge.teamwork.TeamworkTimeEntries;
import dev.hourbridge.teamwork.TotalsQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

class TeamworkContractTest extends ContractSuite {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final TeamworkProbes probes = new TeamworkProbes(this);
    private final ContractServer server = probes.server;
    private final TeamworkTimeEntries entries = probes.client.timeEntries();

    @AfterEach
    void close() {
        probes.close();
    }

    @Override
    String vendor() {
        return "teamwork";
    }

    @Override
    void defineProbes() {
        list("list", "/time_entries.json", entries::list);
        query("list", "projectType", "projectType=archived", entries::list, q -> q.projectType(ProjectType.ARCHIVED));
        listResponses();
        list("list-project", "/projects/42/time_entries.json", query -> entries.listOfProject(42, query));
        probes.fresh("list-task", "operation", "GET /todo_items/{todo_item_id}/time_entries.json", () -> {
            server.answer(200, TeamworkProbes.LIST, TeamworkProbes.ONE_ENTRY);
            assertThat(entries.listOfTask(7)).hasSize(1);
            assertThat(server.takeLine()).isEqualTo("GET /todo_items/7/time_entries.json");
        });
        creates();
        show();
        update();
        probes.fresh("delete", "operation", "DELETE /time_entries/{id}.json", () -> {
            server.answer(200, "{\"STATUS\":\"OK\"}");
            entries.delete(105);
            assertThat(server.takeLine()).isEqualTo("DELETE /time_entries/105.json");
        });
        new TeamworkTotalProbes(probes).define();
        rules();
    }

    private void list(String operation, String path, Function<TeamworkEntryQuery, Pager<TeamworkEntry>> list) {
        probes.fresh(operation, "operation", "GET " + path.replace("42", "{project_id}"), () -> {
            server.answer(200, TeamworkProbes.LIST, TeamworkProbes.ONE_ENTRY);
            assertThat(list.apply(TeamworkEntryQuery.all())).hasSize(1);
            assertThat(server.takeLine()).startsWith("GET " + path + "?");
        });
        query(operation, "page", "page=1", list, q -> q);
        query(operation, "fromdate", "fromdate=20140330", list, q -> q.fromDate(TeamworkProbes.DAY));
        query(
                operation,
                "fromtime",
                "fromtime=10%3A10",
                list,
                q -> q.fromDate(TeamworkProbes.DAY).fromTime(TeamworkProbes.TIME));
        query(operation, "todate", "todate=20140330", list, q -> q.toDate(TeamworkProbes.DAY));
        query(
                operation,
                "totime",
                "totime=10%3A10",
                list,
                q -> q.toDate(TeamworkProbes.DAY).toTime(TeamworkProbes.TIME));
        query(operation, "sortby", "sortby=dateupdated", list, q -> q.sortBy(SortBy.DATE_UPDATED));
        query(operation, "sortorder", "sortorder=DESC", list, q -> q.sortOrder(SortOrder.DESC));
        query(operation, "userId", "userId=104", list, q -> q.userId(104));
        query(
                operation,
                "billableType",
                "billableType=nonbillable",
                list,
                q -> q.billableType(BillableType.NON_BILLABLE));
        query(operation, "invoicedType", "invoicedType=invoiced", list, q -> q.invoicedType(InvoicedType.INVOICED));
        query(operation, "showDeleted", "showDeleted=true", list, q -> q.showDeleted(true));
        query(operation, "tagIds", "tagIds=23%2C445%2C454", list, q -> q.tagIds(List.of(23L, 445L, 454L)));
        query(operation, "pageSize", "pageSize=50", list, q -> q.pageSize(50));
        Supplier<Page<TeamworkEntry>> first = () -> {
            server.answer(200, TeamworkProbes.LIST, Map.of("X-Records", "501", "X-Pages", "2", "X-Page", "1"));
            return list.apply(TeamworkEntryQuery.all()).pages().iterator().next();
        };
        probes.fresh(
                operation,
                "response-header",
                "X-Records",
                () -> assertThat(first.get().total()).hasValue(501));
        probes.fresh(
                operation,
                "response-header",
                "X-Pages",
                () -> assertThat(first.get().next()).isPresent());
        probes.fresh(
                operation,
                "response-header",
                "X-Page",
                () -> assertThat(first.get().next().orElseThrow().toString()).endsWith("~2"));
    }

    private void query(
            String operation,
            String name,
            String parameter,
            Function<TeamworkEntryQuery, Pager<TeamworkEntry>> list,
            UnaryOperator<TeamworkEntryQuery.Builder> condition) {
        probes.fresh(operation, "query", name, () -> {
            server.answer(200, TeamworkProbes.LIST, TeamworkProbes.ONE_ENTRY);
            list.apply(condition.apply(TeamworkEntryQuery.builder()).build())
                    .iterator()
                    .next();
            assertThat(server.takeLine().split("[?&]")).contains(parameter);
        });
    }

    private void listResponses() {
        Supplier<TeamworkEntry> read = () -> {
            server.answer(200, TeamworkProbes.LIST, TeamworkProbes.ONE_ENTRY);
            return entries.list(TeamworkEntryQuery.all()).iterator().next();
        };
        responses("list", read);
        probes.fresh(
                "list",
                "response",
                "project-status",
                () -> assertThat(read.get().projectStatus().orElseThrow()).hasToString("active"));
        probes.fresh("list", "response", "tags", () -> {
            assertThat(read.get().tags()).hasSize(1);
            assertThat(read.get().tags().get(0).id()).hasValue(15990);
            assertThat(read.get().tags().get(0).name()).isEqualTo("tag1");
            assertThat(read.get().tags().get(0).color()).contains("#2f8de4");
        });
        probes.fresh("list", "response", "STATUS", () -> {
            server.answer(200, "{\"time-entries\":[],\"STATUS\":\"Error\"}");
            assertThatThrownBy(() ->
                            entries.list(TeamworkEntryQuery.all()).iterator().next())
                    .isInstanceOf(RejectedException.class);
        });
    }

    private void show() {
        Supplier<TeamworkEntry> read = () -> {
            server.answer(200, "{\"STATUS\":\"OK\",\"time-entry\":" + TeamworkProbes.ENTRY + "}");
            return entries.get(105);
        };
        probes.fresh("show", "operation", "GET /time_entries/{id}.json", () -> {
            assertThat(read.get()).isNotNull();
            assertThat(server.takeLine()).isEqualTo("GET /time_entries/105.json");
        });
        responses("show", read);
    }

    private void responses(String operation, Supplier<TeamworkEntry> read) {
        probes.response(operation, "id", read, TeamworkEntry::id, 105L);
        probes.response(
                operation, "project-id", read, entry -> entry.projectId().orElseThrow(), 101L);
        probes.response(
                operation, "project-name", read, entry -> entry.projectName().orElseThrow(), "Site");
        probes.response(
                operation, "company-id", read, entry -> entry.companyId().orElseThrow(), 103L);
        probes.response(
                operation, "company-name", read, entry -> entry.companyName().orElseThrow(), "Demo 1 Company");
        probes.response(operation, "person-id", read, entry -> entry.personId().orElseThrow(), 104L);
        probes.response(
                operation,
                "person-first-name",
                read,
                entry -> entry.personFirstName().orElseThrow(),
                "Demo");
        probes.response(
                operation,
                "person-last-name",
                read,
                entry -> entry.personLastName().orElseThrow(),
                "User");
        probes.response(
                operation, "todo-list-id", read, entry -> entry.todoListId().orElseThrow(), 102L);
        probes.response(
                operation, "todo-list-name", read, entry -> entry.todoListName().orElseThrow(), "Inbox");
        probes.response(
                operation, "todo-item-id", read, entry -> entry.todoItemId().orElseThrow(), 106L);
        probes.response(
                operation, "todo-item-name", read, entry -> entry.todoItemName().orElseThrow(), "Write");
        probes.response(operation, "description", read, TeamworkEntry::description, "done");
        probes.response(operation, "date", read, TeamworkEntry::date, Instant.parse("2013-10-09T18:05:00Z"));
        probes.response(operation, "hours", read, TeamworkEntry::hours, 2L);
        probes.response(operation, "minutes", read, TeamworkEntry::minutes, 15L);
        probes.response(operation, "isbillable", read, entry -> entry.billable().orElseThrow(), true);
        probes.response(operation, "invoiceNo", read, entry -> entry.invoiceNo().orElseThrow(), "INV-1");
        probes.response(operation, "has-start-time", read, TeamworkEntry::hasStartTime, true);
    }

    @SuppressWarnings("deprecation") // the vendor's old call is part of the contract
    private void creates() {
        create(
                "create-project",
                "/projects/{project_id}/time_entries.json",
                entry -> entries.createOnProject(7, entry));
        create("create-task", "/tasks/{taskid}/time_entries.json", entry -> entries.createOnTask(7, entry));
        create(
                "create-todo-item",
                "/todo_items/{todo-item-id}/time_entries.json",
                entry -> entries.createOnTodoItem(7, entry));
    }

    private void create(String operation, String path, Function<NewTeamworkEntry, Long> create) {
        NewTeamworkEntry entry = NewTeamworkEntry.builder()
                .description("done")
                .personId(999)
                .date(TeamworkProbes.DAY)
                .time(TeamworkProbes.TIME)
                .hours(1)
                .minutes(15)
                .billable(true)
                .tags(List.of("tag1", "tag2"))
                .build();
        Supplier<Long> id = () -> {
            server.answer(201, "", Map.of("Location", server.url() + "/time_entries/1234.json"));
            return create.apply(entry);
        };
        probes.fresh(operation, "operation", "POST " + path, () -> {
            assertThat(id.get()).isPositive();
            assertThat(server.takeLine()).isEqualTo("POST " + path.replaceAll("\\{.*}", "7"));
        });
        probes.fresh(
                operation,
                "response-header",
                "Location",
                () -> assertThat(id.get()).isEqualTo(1234));
        requests(operation, () -> assertThat(id.get()).isPositive(), "1");
    }

    private void update() {
        TeamworkEntryUpdate update = TeamworkEntryUpdate.builder()
                .description("done")
                .personId(999)
                .date(TeamworkProbes.DAY)
                .time(TeamworkProbes.TIME)
                .hours(1)
                .minutes(15)
                .billable(false)
                .tags(List.of("tag1", "tag2"))
                .projectId(43)
                .build();
        Runnable put = () -> {
            server.answer(200, "{\"STATUS\":\"OK\"}");
            entries.update(105, update);
        };
        probes.fresh("update", "operation", "PUT /time_entries/{id}.json", () -> {
            put.run();
            assertThat(server.takeLine()).isEqualTo("PUT /time_entries/105.json");
        });
        requests("update", put, "0");
        request("update", "project-id", "43", put);
    }

    private void requests(String operation, Runnable write, String billable) {
        request(operation, "description", "done", write);
        request(operation, "person-id", "999", write);
        request(operation, "date", "20140330", write);
        request(operation, "time", "10:10", write);
        request(operation, "hours", "1", write);
        request(operation, "minutes", "15", write);
        request(operation, "isbillable", billable, write);
        request(operation, "tags", "tag1,tag2", write);
    }

    private void request(String operation, String name, String value, Runnable write) {
        probes.fresh(operation, "request", name, () -> {
            write.run();
            JsonNode field = json(server.takeBody()).path("time-entry").path(name);
            assertThat(field.isTextual()).isTrue();
            assertThat(field.asText()).isEqualTo(value);
        });
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the body is no JSON", e);
        }
    }

    private void rules() {
        probes.fresh("*", "rule", "date in a response is UTC; date and time filters are in the caller's zone", () -> {
            server.answer(
                    200,
                    TeamworkProbes.LIST.replace("2013-10-09T18:05:00Z", "2013-10-10T02:05:00Z"),
                    TeamworkProbes.ONE_ENTRY);
            LocalDate evening = LocalDate.of(2013, 10, 9);
            List<TimeEntry> found = probes.client.list(TimeEntryQuery.between(evening, evening)).stream()
                    .toList();
            assertThat(found).hasSize(1);
            assertThat(found.get(0).workTime().localDate()).isEqualTo(evening);
            assertThat(server.takeLine()).contains("fromdate=20131008&todate=20131010");
        });
        probes.fresh("*", "rule", "fromtime/totime need fromdate/todate", () -> {
            assertThatThrownBy(() -> TeamworkEntryQuery.builder()
                            .fromTime(TeamworkProbes.TIME)
                            .build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> TeamworkEntryQuery.builder()
                            .toTime(TeamworkProbes.TIME)
                            .build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() ->
                            TotalsQuery.builder().fromTime(TeamworkProbes.TIME).build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() ->
                            TotalsQuery.builder().toTime(TeamworkProbes.TIME).build())
                    .isInstanceOf(InvalidInputException.class);
        });
    }
}
