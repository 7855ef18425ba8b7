package dev.hourbridge.contract;

import static dev.hourbridge.contract.LiveTimerWire.DAY;
import static dev.hourbridge.contract.LiveTimerWire.SUM;
import static dev.hourbridge.contract.LiveTimerWire.sent;
import static dev.hourbridge.contract.LiveTimerWire.summed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.contract.LiveTimerWire.Sent;
import dev.hourbridge.livetimer.AssignableTerm;
import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.ItemTerm;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.LiveTimerTimeEntries;
import dev.hourbridge.livetimer.TimeSummary;
import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.livetimer.UserTerm;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** The filters that lists and summaries have in common, and the groups of summaries. */
final class LiveTimerFilterProbes {
    private final ContractSuite suite;

    LiveTimerFilterProbes(ContractSuite suite) {
        this.suite = suite;
    }

    /** A list or a summary. */
    interface FilteredCall {
        void call(LiveTimerTimeEntries entries, LiveTimerFilter filter);
    }

    void define(String operation, String answer, FilteredCall call) {
        filter(
                operation,
                "clients",
                "none,active,inactive,1",
                answer,
                call,
                filter -> filter.clients(ItemTerm.NONE, ItemTerm.ACTIVE, ItemTerm.INACTIVE, ItemTerm.id(1)));
        filter(
                operation,
                "projects",
                "none,active,inactive,my_assignments,my_active_assignments,my_inactive_assignments,29",
                answer,
                call,
                filter -> filter.projects(
                        AssignableTerm.NONE,
                        AssignableTerm.ACTIVE,
                        AssignableTerm.INACTIVE,
                        AssignableTerm.MY_ASSIGNMENTS,
                        AssignableTerm.MY_ACTIVE_ASSIGNMENTS,
                        AssignableTerm.MY_INACTIVE_ASSIGNMENTS,
                        AssignableTerm.id(29)));
        filter(
                operation,
                "tasks",
                "none,active,inactive,41",
                answer,
                call,
                filter -> filter.tasks(ItemTerm.NONE, ItemTerm.ACTIVE, ItemTerm.INACTIVE, ItemTerm.id(41)));
        filter(
                operation,
                "activities",
                "none,active,inactive,my_assignments,my_active_assignments,my_inactive_assignments,16",
                answer,
                call,
                filter -> filter.activities(
                        AssignableTerm.NONE,
                        AssignableTerm.ACTIVE,
                        AssignableTerm.INACTIVE,
                        AssignableTerm.MY_ASSIGNMENTS,
                        AssignableTerm.MY_ACTIVE_ASSIGNMENTS,
                        AssignableTerm.MY_INACTIVE_ASSIGNMENTS,
                        AssignableTerm.id(16)));
        filter(
                operation,
                "users",
                "me,active,inactive,25",
                answer,
                call,
                filter -> filter.users(UserTerm.ME, UserTerm.ACTIVE, UserTerm.INACTIVE, UserTerm.id(25)));
        filter(operation, "start_date", "20070830", answer, call, filter -> filter.startDate(DAY));
        filter(operation, "end_date", "20070830", answer, call, filter -> filter.endDate(DAY));
        filter(operation, "utc_offset", "-300", answer, call, filter -> filter.utcOffset(ZoneOffset.ofHours(-5)));
    }

    private void filter(
            String operation,
            String name,
            String value,
            String answer,
            FilteredCall call,
            UnaryOperator<LiveTimerFilter.Builder> filter) {
        suite.probe(operation, "query", name, () -> {
            LiveTimerFilter built = filter.apply(LiveTimerFilter.builder()).build();
            Sent sent = sent(answer, entries -> call.call(entries, built));
            assertThat(sent.query().split("&")).contains(name + "=" + value);
        });
    }

    void summary() {
        suite.probe("summary", "query", "group_by", () -> {
            Sent sent =
                    sent(SUM, entries -> entries.summary(LiveTimerFilter.all(), Grouping.TASKS, Grouping.ACTIVITIES));
            assertThat(sent.query()).isEqualTo("group_by=tasks,activities");
        });
        suite.probe(
                "summary",
                "response",
                "duration",
                () -> assertThat(summed("<duration>11653</duration>").minutes()).isEqualTo(11653));
        String group = "<id type=\"integer\">7</id><name>seven</name><code>c</code><duration>5</duration>";
        group("clients", "client", Kind.CLIENT, group);
        group("projects", "project", Kind.PROJECT, group);
        group("tasks", "task", Kind.TASK, group);
        group("users", "user", Kind.USER, group);
        group("activities", "activity", Kind.ACTIVITY, group);
        suite.probe("summary", "response", "blank id and name", () -> {
            TimeSummary blank = summed("<duration>5</duration><clients><client><id type=\"integer\"></id>"
                            + "<name></name><duration>5</duration></client></clients>")
                    .children()
                    .get(0);
            assertThat(blank.isUnclassified()).isTrue();
            assertThat(blank.name()).isEmpty();
        });
    }

    private void group(String plural, String singular, Kind kind, String fields) {
        suite.probe("summary", "response", plural + "/" + singular, () -> {
            TimeSummary group = summed("<%s><%s>%s</%s></%s><duration>5</duration>"
                            .formatted(plural, singular, fields, singular, plural))
                    .children()
                    .get(0);
            assertThat(group.kind()).isEqualTo(kind);
            assertThat(group.id()).hasValue(7);
            assertThat(group.name()).contains("seven");
            assertThat(group.code()).contains("c");
            assertThat(group.minutes()).isEqualTo(5);
            assertThat(group.children()).isEmpty();
            assertThat(group.unknownFields()).isEmpty();
        });
    }
}
