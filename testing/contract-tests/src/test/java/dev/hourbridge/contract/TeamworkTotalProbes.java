package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.teamwork.NamedItem;
import dev.hourbridge.teamwork.ProjectMinutes;
import dev.hourbridge.teamwork.ProjectType;
import dev.hourbridge.teamwork.TimeEstimates;
import dev.hourbridge.teamwork.TimeTotals;
import dev.hourbridge.teamwork.Totals;
import dev.hourbridge.teamwork.TotalsQuery;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Totals of the account, of a project, a task list and a task, and per project. */
final class TeamworkTotalProbes {
    private static final String TOTALS = """
            {"total-mins-sum":"1","total-hours-sum":"0.02","billable-mins-sum":"3","billable-hours-sum":"0.05",
             "non-billable-mins-sum":"5","non-billable-hours-sum":"0.08","billed-mins-sum":"7","billed-hours-sum":"0.12",
             "non-billed-mins-sum":"9","non-billed-hours-sum":"0.15"}""";
    private static final String ESTIMATES = """
            {"total-mins-estimated":"11","total-hours-estimated":"0.18","active-mins-estimated":"13",
             "active-hours-estimated":"0.22","completed-mins-estimated":"15","completed-hours-estimated":"0.25"}""";
    private static final String SUMS = "\"time-totals\":" + TOTALS + ",\"time-estimates\":" + ESTIMATES;
    private final TeamworkProbes probes;
    private final Totals totals;

    TeamworkTotalProbes(TeamworkProbes probes) {
        this.probes = probes;
        totals = probes.client.totals();
    }

    void define() {
        totals();
        totalsPerProject();
    }

    private void totals() {
        total("total-account", "/time/total.json", "\"time-totals\":" + TOTALS, totals::ofAccount);
        sums("total-account", () -> {
            probes.server.answer(200, "{\"STATUS\":\"OK\",\"time-totals\":" + TOTALS + "}");
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
            probes.server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            return total.apply(TotalsQuery.all());
        };
    }

    private void total(String operation, String path, String content, Function<TotalsQuery, ?> total) {
        Consumer<TotalsQuery> send = query -> {
            probes.server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            assertThat(total.apply(query)).isNotNull();
        };
        probes.fresh(operation, "operation", "GET " + path, () -> {
            send.accept(TotalsQuery.all());
            assertThat(probes.server.takeLine()).isEqualTo("GET " + path.replace("{id}", "7"));
        });
        totalQuery(operation, "userId", "userId=0", send, q -> q.userId(0));
        totalQueries(operation, send);
    }

    private void totalQueries(String operation, Consumer<TotalsQuery> send) {
        totalQuery(operation, "fromDate", "fromDate=20140330", send, q -> q.fromDate(TeamworkProbes.DAY));
        totalQuery(operation, "toDate", "toDate=20140330", send, q -> q.toDate(TeamworkProbes.DAY));
        totalQuery(
                operation,
                "fromTime",
                "fromTime=10%3A10",
                send,
                q -> q.fromDate(TeamworkProbes.DAY).fromTime(TeamworkProbes.TIME));
        totalQuery(
                operation,
                "toTime",
                "toTime=10%3A10",
                send,
                q -> q.toDate(TeamworkProbes.DAY).toTime(TeamworkProbes.TIME));
        totalQuery(operation, "projectType", "projectType=all", send, q -> q.projectType(ProjectType.ALL));
    }

    private void totalQuery(
            String operation,
            String name,
            String parameter,
            Consumer<TotalsQuery> send,
            UnaryOperator<TotalsQuery.Builder> condition) {
        probes.fresh(operation, "query", name, () -> {
            send.accept(condition.apply(TotalsQuery.builder()).build());
            assertThat(probes.server.takeLine().split("[?&]")).contains(parameter);
        });
    }

    private void sums(String operation, Supplier<TimeTotals> read) {
        String prefix = "time-totals.";
        probes.response(operation, prefix + "total-mins-sum", read, TimeTotals::totalMinutes, 1L);
        probes.response(operation, prefix + "total-hours-sum", read, TimeTotals::totalHours, new BigDecimal("0.02"));
        probes.response(operation, prefix + "billable-mins-sum", read, TimeTotals::billableMinutes, 3L);
        probes.response(
                operation, prefix + "billable-hours-sum", read, TimeTotals::billableHours, new BigDecimal("0.05"));
        probes.response(operation, prefix + "non-billable-mins-sum", read, TimeTotals::nonBillableMinutes, 5L);
        probes.response(
                operation,
                prefix + "non-billable-hours-sum",
                read,
                TimeTotals::nonBillableHours,
                new BigDecimal("0.08"));
        probes.response(operation, prefix + "billed-mins-sum", read, TimeTotals::billedMinutes, 7L);
        probes.response(operation, prefix + "billed-hours-sum", read, TimeTotals::billedHours, new BigDecimal("0.12"));
        probes.response(operation, prefix + "non-billed-mins-sum", read, TimeTotals::nonBilledMinutes, 9L);
        probes.response(
                operation, prefix + "non-billed-hours-sum", read, TimeTotals::nonBilledHours, new BigDecimal("0.15"));
    }

    private void estimates(String operation, Supplier<TimeEstimates> read) {
        String prefix = "time-estimates.";
        probes.response(operation, prefix + "total-mins-estimated", read, TimeEstimates::totalMinutes, 11L);
        probes.response(
                operation, prefix + "total-hours-estimated", read, TimeEstimates::totalHours, new BigDecimal("0.18"));
        probes.response(operation, prefix + "active-mins-estimated", read, TimeEstimates::activeMinutes, 13L);
        probes.response(
                operation, prefix + "active-hours-estimated", read, TimeEstimates::activeHours, new BigDecimal("0.22"));
        probes.response(operation, prefix + "completed-mins-estimated", read, TimeEstimates::completedMinutes, 15L);
        probes.response(
                operation,
                prefix + "completed-hours-estimated",
                read,
                TimeEstimates::completedHours,
                new BigDecimal("0.25"));
    }

    private void named(String operation, String what, Supplier<NamedItem> read, long id, String name) {
        probes.response(operation, what + ".id", read, NamedItem::id, OptionalLong.of(id));
        probes.response(operation, what + ".name", read, NamedItem::name, name);
    }

    private void totalsPerProject() {
        String operation = "totals-per-project";
        String content = nested("\"totalMins\":\"450\",\"totalBillableMins\":\"445\",\"totalNonBillableMins\":\"5\"");
        Consumer<TotalsQuery> send = query -> {
            probes.server.answer(200, "{\"STATUS\":\"OK\"," + content + "}");
            totals.perProject(query).iterator().next();
        };
        probes.fresh(operation, "operation", "GET /projects/time/total.json", () -> {
            send.accept(TotalsQuery.all());
            assertThat(probes.server.takeLine()).startsWith("GET /projects/time/total.json?");
        });
        totalQueries(operation, send);
        totalQuery(operation, "page", "page=1", send, q -> q);
        totalQuery(operation, "pageSize", "pageSize=100", send, q -> q.pageSize(100));
        Supplier<ProjectMinutes> read =
                answered(content, query -> totals.perProject(query).iterator().next());
        probes.response(operation, "id", read, total -> total.project().id(), OptionalLong.of(1049));
        probes.response(operation, "name", read, total -> total.project().name(), "Time Logging Project");
        named(operation, "company", () -> read.get().company().orElseThrow(), 47, "Digital Crew");
        probes.response(operation, "totalMins", read, ProjectMinutes::totalMinutes, 450L);
        probes.response(operation, "totalBillableMins", read, ProjectMinutes::totalBillableMinutes, 445L);
        probes.response(operation, "totalNonBillableMins", read, ProjectMinutes::totalNonBillableMinutes, 5L);
    }
}
