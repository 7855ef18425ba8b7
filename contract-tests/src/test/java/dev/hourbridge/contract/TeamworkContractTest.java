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
import dev.hourbridge.teamwork.NamedItem;
import dev.hourbridge.teamwork.NewTeamworkEntry;
import dev.hourbridge.teamwork.ProjectMinutes;
import dev.hourbridge.teamwork.ProjectType;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntry;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import dev.hourbridge.teamwork.TeamworkEntryQuery.BillableType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.InvoicedType;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortBy;
import dev.hourbridge.teamwork.TeamworkEntryQuery.SortOrder;
import dev.hourbridge.teamwork.TeamworkEntryUpdate;
import dev.hourbridge.teamwork.TimeEntries;
import dev.hourbridge.teamwork.TimeEstimates;
import dev.hourbridge.teamwork.TimeTotals;
import dev.hourbridge.teamwork.Totals;
import dev.hourbridge.teamwork.TotalsQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;

class TeamworkContractTest extends ContractSuite {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2014, 3, 30);
    private static final LocalTime TIME = LocalTime.of(10, 10);
    private static final String ENTRY = """
            {"project-id":"101","minutes":"15","isbillable":"1","person-first-name":"Demo","todo-list-name":"Inbox",
             "description":"done","todo-item-name":"Write","todo-list-id":"102",
             "tags":[{"name":"tag1","id":"15990","color":"#2f8de4"}],"company-id":"103","person-id":"104",
             "project-status":"active","project-name":"Site","company-name":"Demo 1 Company","id":"105",
             "date":"2013-10-09T18:05:00Z","todo-item-id":"106","invoiceNo":"INV-1","person-last-name":"User",
             "has-start-time":"1","hours":"2"}""";
    private static final String LIST = "{\"time-entries\":[" + ENTRY + "],\"STATUS\":\"OK\"}";
    private static final String TOTALS = """
            {"total-mins-sum":"1","total-hours-sum":"0.02","billable-mins-sum":"3","billable-hours-sum":"0.05",
             "non-billable-mins-sum":"5","non-billable-hours-sum":"0.08","billed-mins-sum":"7","billed-hours-sum":"0.12",
             "non-billed-mins-sum":"9","non-billed-hours-sum":"0.15"}""";
    private static final String ESTIMATES = """
            {"total-mins-estimated":"11","total-hours-estimated":"0.18","active-mins-estimated":"13",
             "active-hours-estimated":"0.22","completed-mins-estimated":"15","completed-hours-estimated":"0.25"}""";
    private static final String SUMS = "\"time-totals\":" + TOTALS + ",\"time-estimates\":" + ESTIMATES;

    private final ContractServer server = new ContractServer("application/json");
    private final TeamworkClient client = TeamworkClient.builder()
            .baseUrl(server.url())
            .apiKey("key")
            .zone(ZoneId.of("America/New_York"))
            .build();
    private final TimeEntries entries = client.timeEntries();
    private final Totals totals = client.totals();

    @AfterEach
    void close() {
        client.close();
        server.close();
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
        fresh("list-task", "operation", "GET /todo_items/{todo_item_id}/time_entries.json", () -> {
            server.answer(200, LIST);
            assertThat(entries.listOfTask(7)).hasSize(1);
            assertThat(server.takeLine()).isEqualTo("GET /todo_items/7/time_entries.json");
        });
        creates();
        show();
        update();
        fresh("delete", "operation", "DELETE /time_entries/{id}.json", () -> {
            server.answer(200, "{\"STATUS\":\"OK\"}");
            entries.delete(105);
            assertThat(server.takeLine()).isEqualTo("DELETE /time_entries/105.json");
        });
        totals();
        totalsPerProject();
        rules();
    }

    /** A probe that sees no request but its own. */
    private void fresh(String operation, String kind, String name, Executable check) {
        probe(operation, kind, name, () -> {
            server.forgetRequests();
            check.execute();
        });
    }

    private void list(String operation, String path, Function<TeamworkEntryQuery, Pager<TeamworkEntry>> list) {
        fresh(operation, "operation", "GET " + path.replace("42", "{project_id}"), () -> {
            server.answer(200, LIST);
            assertThat(list.apply(TeamworkEntryQuery.all())).hasSize(1);
            assertThat(server.takeLine()).startsWith("GET " + path + "?");
        });
        query(operation, "page", "page=1", list, q -> q);
        query(operation, "fromdate", "fromdate=20140330", list, q -> q.fromDate(DAY));
        query(
                operation,
                "fromtime",
                "fromtime=10%3A10",
                list,
                q -> q.fromDate(DAY).fromTime(TIME));
        query(operation, "todate", "todate=20140330", list, q -> q.toDate(DAY));
        query(operation, "totime", "totime=10%3A10", list, q -> q.toDate(DAY).toTime(TIME));
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
            server.answer(200, LIST, Map.of("X-Records", "501", "X-Pages", "2", "X-Page", "1"));
            return list.apply(TeamworkEntryQuery.all()).pages().iterator().next();
        };
        fresh(
                operation,
                "response-header",
                "X-Records",
                () -> assertThat(first.get().total()).hasValue(501));
        fresh(
                operation,
                "response-header",
                "X-Pages",
                () -> assertThat(first.get().next()).isPresent());
        fresh(
                operation,
                "response-header",
                "X-Page",
                () -> assertThat(first.get().next().orElseThrow()).hasToString("2"));
    }

    private void query(
            String operation,
            String name,
            String parameter,
            Function<TeamworkEntryQuery, Pager<TeamworkEntry>> list,
            UnaryOperator<TeamworkEntryQuery.Builder> condition) {
        fresh(operation, "query", name, () -> {
            server.answer(200, LIST);
            list.apply(condition.apply(TeamworkEntryQuery.builder()).build())
                    .iterator()
                    .next();
            assertThat(server.takeLine().split("[?&]")).contains(parameter);
        });
    }

    private void listResponses() {
        Supplier<TeamworkEntry> read = () -> {
            server.answer(200, LIST);
            return entries.list(TeamworkEntryQuery.all()).iterator().next();
        };
        responses("list", read);
        fresh(
                "list",
                "response",
                "project-status",
                () -> assertThat(read.get().projectStatus().orElseThrow()).hasToString("active"));
        fresh("list", "response", "tags", () -> {
            assertThat(read.get().tags()).hasSize(1);
            assertThat(read.get().tags().get(0).id()).hasValue(15990);
            assertThat(read.get().tags().get(0).name()).isEqualTo("tag1");
            assertThat(read.get().tags().get(0).color()).contains("#2f8de4");
        });
        fresh("list", "response", "STATUS", () -> {
            server.answer(200, "{\"time-entries\":[],\"STATUS\":\"Error\"}");
            assertThatThrownBy(() ->
                            entries.list(TeamworkEntryQuery.all()).iterator().next())
                    .isInstanceOf(RejectedException.class);
        });
    }

    private void show() {
        Supplier<TeamworkEntry> read = () -> {
            server.answer(200, "{\"STATUS\":\"OK\",\"time-entry\":" + ENTRY + "}");
            return entries.get(105);
        };
        fresh("show", "operation", "GET /time_entries/{id}.json", () -> {
            assertThat(read.get()).isNotNull();
            assertThat(server.takeLine()).isEqualTo("GET /time_entries/105.json");
        });
        responses("show", read);
    }

    private void responses(String operation, Supplier<TeamworkEntry> read) {
        response(operation, "id", read, TeamworkEntry::id, 105L);
        response(operation, "project-id", read, entry -> entry.projectId().orElseThrow(), 101L);
        response(operation, "project-name", read, entry -> entry.projectName().orElseThrow(), "Site");
        response(operation, "company-id", read, entry -> entry.companyId().orElseThrow(), 103L);
        response(operation, "company-name", read, entry -> entry.companyName().orElseThrow(), "Demo 1 Company");
        response(operation, "person-id", read, entry -> entry.personId().orElseThrow(), 104L);
        response(
                operation,
                "person-first-name",
                read,
                entry -> entry.personFirstName().orElseThrow(),
                "Demo");
        response(
                operation,
                "person-last-name",
                read,
                entry -> entry.personLastName().orElseThrow(),
                "User");
        response(operation, "todo-list-id", read, entry -> entry.todoListId().orElseThrow(), 102L);
        response(
                operation, "todo-list-name", read, entry -> entry.todoListName().orElseThrow(), "Inbox");
        response(operation, "todo-item-id", read, entry -> entry.todoItemId().orElseThrow(), 106L);
        response(
                operation, "todo-item-name", read, entry -> entry.todoItemName().orElseThrow(), "Write");
        response(operation, "description", read, TeamworkEntry::description, "done");
        response(operation, "date", read, TeamworkEntry::date, Instant.parse("2013-10-09T18:05:00Z"));
        response(operation, "hours", read, TeamworkEntry::hours, 2L);
        response(operation, "minutes", read, TeamworkEntry::minutes, 15L);
        response(operation, "isbillable", read, entry -> entry.billable().orElseThrow(), true);
        response(operation, "invoiceNo", read, entry -> entry.invoiceNo().orElseThrow(), "INV-1");
        response(operation, "has-start-time", read, TeamworkEntry::hasStartTime, true);
    }

    private <T, V> void response(String operation, String name, Supplier<T> read, Function<T, V> field, V expected) {
        fresh(
                operation,
                "response",
                name,
                () -> assertThat(field.apply(read.get())).isEqualTo(expected));
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
                .date(DAY)
                .time(TIME)
                .hours(1)
                .minutes(15)
                .billable(true)
                .tags(List.of("tag1", "tag2"))
                .build();
        Supplier<Long> id = () -> {
            server.answer(201, "", Map.of("Location", server.url() + "/time_entries/1234.json"));
            return create.apply(entry);
        };
        fresh(operation, "operation", "POST " + path, () -> {
            assertThat(id.get()).isPositive();
            assertThat(server.takeLine()).isEqualTo("POST " + path.replaceAll("\\{.*}", "7"));
        });
        fresh(
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
                .date(DAY)
                .time(TIME)
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
        fresh("update", "operation", "PUT /time_entries/{id}.json", () -> {
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
        fresh(operation, "request", name, () -> {
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

    private void totals() {
        total("total-account", "/time/total.json", "\"time-totals\":" + TOTALS, totals::ofAccount);
        sums("total-account", () -> {
            server.answer(200, "{\"STATUS\":\"OK\",\"time-totals\":" + TOTALS + "}");
            return totals.ofAccount(TotalsQuery.all());
        });

        String project = nested(SUMS);
        total("total-project", "/projects/{id}/time/total.json", project, query -> totals.ofProject(7, query));
        var ofProject = answered(project, query -> totals.ofProject(7, query).orElseThrow());
        sums("total-project", () -> ofProject.get().timeTotals());
        estimates("total-project", () -> ofProject.get().timeEstimates().orElseThrow());
        named("total-project", "company", () -> ofProject.get().company().orElseThrow(), 47, "Digital Crew");
        named("total-project", "project", () -> ofProject.get().project(), 1049, "Time Logging Project");

        String tasklist = nested("\"tasklist\":{\"id\":\"1027\",\"name\":\"Time Rollup\"," + SUMS + "}");
        total("total-tasklist", "/tasklists/{id}/time/total.json", tasklist, query -> totals.ofTasklist(7, query));
        var ofTasklist = answered(tasklist, query -> totals.ofTasklist(7, query).orElseThrow());
        sums("total-tasklist", () -> ofTasklist.get().timeTotals());
        estimates("total-tasklist", () -> ofTasklist.get().timeEstimates().orElseThrow());
        named("total-tasklist", "company", () -> ofTasklist.get().company().orElseThrow(), 47, "Digital Crew");
        named("total-tasklist", "project", () -> ofTasklist.get().project(), 1049, "Time Logging Project");
        named("total-tasklist", "tasklist", () -> ofTasklist.get().tasklist(), 1027, "Time Rollup");

        String task = nested("\"tasklist\":{\"id\":\"1027\",\"name\":\"Time Rollup\",\"task\":{\"id\":\"7641\","
                + "\"name\":\"Some task\"," + SUMS + "}}");
        total("total-task", "/tasks/{id}/time/total.json", task, query -> totals.ofTask(7, query));
        var ofTask = answered(task, query -> totals.ofTask(7, query).orElseThrow());
        sums("total-task", () -> ofTask.get().timeTotals());
        estimates("total-task", () -> ofTask.get().timeEstimates().orElseThrow());
        named("total-task", "company", () -> ofTask.get().company().orElseThrow(), 47, "Digital Crew");
        named("total-task", "project", () -> ofTask.get().project(), 1049, "Time Logging Project");
        named("total-task", "tasklist", () -> ofTask.get().tasklist(), 1027, "Time Rollup");
        named("total-task", "task", () -> ofTask.get().task(), 7641, "Some task");
    }

    private static String nested(String content) {
        return "\"projects\":[{\"company\":{\"name\":\"Digital Crew\",\"id\":\"47\"},\"name\":\"Time Logging Project\","
                + "\"id\":\"1049\"," + content + "}]";
    }

    private <T> Supplier<T> answered(String content, Function<TotalsQuery, T> total) {
        return () -> {
            server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            return total.apply(TotalsQuery.all());
        };
    }

    private void total(String operation, String path, String content, Function<TotalsQuery, ?> total) {
        Consumer<TotalsQuery> send = query -> {
            server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            assertThat(total.apply(query)).isNotNull();
        };
        fresh(operation, "operation", "GET " + path, () -> {
            send.accept(TotalsQuery.all());
            assertThat(server.takeLine()).isEqualTo("GET " + path.replace("{id}", "7"));
        });
        totalQuery(operation, "userId", "userId=0", send, q -> q.userId(0));
        totalQueries(operation, send);
    }

    private void totalQueries(String operation, Consumer<TotalsQuery> send) {
        totalQuery(operation, "fromDate", "fromDate=20140330", send, q -> q.fromDate(DAY));
        totalQuery(operation, "toDate", "toDate=20140330", send, q -> q.toDate(DAY));
        totalQuery(
                operation,
                "fromTime",
                "fromTime=10%3A10",
                send,
                q -> q.fromDate(DAY).fromTime(TIME));
        totalQuery(
                operation, "toTime", "toTime=10%3A10", send, q -> q.toDate(DAY).toTime(TIME));
        totalQuery(operation, "projectType", "projectType=all", send, q -> q.projectType(ProjectType.ALL));
    }

    private void totalQuery(
            String operation,
            String name,
            String parameter,
            Consumer<TotalsQuery> send,
            UnaryOperator<TotalsQuery.Builder> condition) {
        fresh(operation, "query", name, () -> {
            send.accept(condition.apply(TotalsQuery.builder()).build());
            assertThat(server.takeLine().split("[?&]")).contains(parameter);
        });
    }

    private void sums(String operation, Supplier<TimeTotals> read) {
        String prefix = "time-totals.";
        response(operation, prefix + "total-mins-sum", read, TimeTotals::totalMinutes, 1L);
        response(operation, prefix + "total-hours-sum", read, TimeTotals::totalHours, new BigDecimal("0.02"));
        response(operation, prefix + "billable-mins-sum", read, TimeTotals::billableMinutes, 3L);
        response(operation, prefix + "billable-hours-sum", read, TimeTotals::billableHours, new BigDecimal("0.05"));
        response(operation, prefix + "non-billable-mins-sum", read, TimeTotals::nonBillableMinutes, 5L);
        response(
                operation,
                prefix + "non-billable-hours-sum",
                read,
                TimeTotals::nonBillableHours,
                new BigDecimal("0.08"));
        response(operation, prefix + "billed-mins-sum", read, TimeTotals::billedMinutes, 7L);
        response(operation, prefix + "billed-hours-sum", read, TimeTotals::billedHours, new BigDecimal("0.12"));
        response(operation, prefix + "non-billed-mins-sum", read, TimeTotals::nonBilledMinutes, 9L);
        response(operation, prefix + "non-billed-hours-sum", read, TimeTotals::nonBilledHours, new BigDecimal("0.15"));
    }

    private void estimates(String operation, Supplier<TimeEstimates> read) {
        String prefix = "time-estimates.";
        response(operation, prefix + "total-mins-estimated", read, TimeEstimates::totalMinutes, 11L);
        response(operation, prefix + "total-hours-estimated", read, TimeEstimates::totalHours, new BigDecimal("0.18"));
        response(operation, prefix + "active-mins-estimated", read, TimeEstimates::activeMinutes, 13L);
        response(
                operation, prefix + "active-hours-estimated", read, TimeEstimates::activeHours, new BigDecimal("0.22"));
        response(operation, prefix + "completed-mins-estimated", read, TimeEstimates::completedMinutes, 15L);
        response(
                operation,
                prefix + "completed-hours-estimated",
                read,
                TimeEstimates::completedHours,
                new BigDecimal("0.25"));
    }

    private void named(String operation, String what, Supplier<NamedItem> read, long id, String name) {
        response(operation, what + ".id", read, NamedItem::id, OptionalLong.of(id));
        response(operation, what + ".name", read, NamedItem::name, name);
    }

    private void totalsPerProject() {
        String operation = "totals-per-project";
        String content = nested("\"totalMins\":\"450\",\"totalBillableMins\":\"445\",\"totalNonBillableMins\":\"5\"");
        Consumer<TotalsQuery> send = query -> {
            server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            totals.perProject(query).iterator().next();
        };
        fresh(operation, "operation", "GET /projects/time/total.json", () -> {
            send.accept(TotalsQuery.all());
            assertThat(server.takeLine()).startsWith("GET /projects/time/total.json?");
        });
        totalQueries(operation, send);
        totalQuery(operation, "page", "page=1", send, q -> q);
        totalQuery(operation, "pageSize", "pageSize=100", send, q -> q.pageSize(100));
        Supplier<ProjectMinutes> read =
                answered(content, query -> totals.perProject(query).iterator().next());
        response(operation, "id", read, total -> total.project().id(), OptionalLong.of(1049));
        response(operation, "name", read, total -> total.project().name(), "Time Logging Project");
        named(operation, "company", () -> read.get().company().orElseThrow(), 47, "Digital Crew");
        response(operation, "totalMins", read, ProjectMinutes::totalMinutes, 450L);
        response(operation, "totalBillableMins", read, ProjectMinutes::totalBillableMinutes, 445L);
        response(operation, "totalNonBillableMins", read, ProjectMinutes::totalNonBillableMinutes, 5L);
    }

    private void rules() {
        fresh("*", "rule", "date in a response is UTC; date and time filters are in the caller's zone", () -> {
            server.answer(200, LIST.replace("2013-10-09T18:05:00Z", "2013-10-10T02:05:00Z"));
            LocalDate evening = LocalDate.of(2013, 10, 9);
            List<TimeEntry> found = client.list(TimeEntryQuery.between(evening, evening)).stream()
                    .toList();
            assertThat(found).hasSize(1);
            assertThat(found.get(0).workTime().localDate()).isEqualTo(evening);
            assertThat(server.takeLine()).contains("fromdate=20131008&todate=20131010");
        });
        fresh("*", "rule", "fromtime/totime need fromdate/todate", () -> {
            assertThatThrownBy(() -> TeamworkEntryQuery.builder().fromTime(TIME).build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> TeamworkEntryQuery.builder().toTime(TIME).build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> TotalsQuery.builder().fromTime(TIME).build())
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> TotalsQuery.builder().toTime(TIME).build())
                    .isInstanceOf(InvalidInputException.class);
        });
    }
}
