package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.livetimer.AssignableTerm;
import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.Include;
import dev.hourbridge.livetimer.ItemTerm;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntry;
import dev.hourbridge.livetimer.LiveTimerEntryUpdate;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.NewLiveTimerEntry;
import dev.hourbridge.livetimer.TimeEntries;
import dev.hourbridge.livetimer.TimeSummary;
import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.livetimer.UserTerm;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** LiveTimer's page "Time Entries", row by row, on the wire. */
class LiveTimerContractTest extends ContractSuite {
    private static final String ROOT = "time-entry";
    private static final String EMPTY_LIST = "<time-entries total=\"0\" end=\"0\" start=\"0\"/>";
    private static final String SUM = "<time-summary><duration type=\"integer\">0</duration></time-summary>";
    private static final OffsetDateTime START = OffsetDateTime.parse("2007-08-30T08:28:00-04:00");
    private static final OffsetDateTime END = OffsetDateTime.parse("2007-08-30T13:24:00-04:00");
    private static final LocalDate DAY = LocalDate.of(2007, 8, 30);
    private static final String REST = "<note><![CDATA[Phone call]]></note>"
            + "<created-at type=\"datetime\">2007-08-30T12:28:00Z</created-at>"
            + "<updated-at type=\"datetime\">2007-12-20T06:55:23Z</updated-at>"
            + "<user-id type=\"integer\">25</user-id><activity-id type=\"integer\">16</activity-id>";
    private static final String STARTED = "<time-entry><id type=\"integer\">3864</id>"
            + "<start-time type=\"datetime\">2007-08-30T08:28:00-04:00</start-time>"
            + "<end-time type=\"datetime\">2007-08-30T13:24:00-04:00</end-time>"
            + "<duration type=\"integer\">296</duration><project-id type=\"integer\">29</project-id>" + REST
            + "</time-entry>";
    private static final String DATED = "<time-entry><id type=\"integer\">3864</id>"
            + "<start-date type=\"date\">2007-08-30</start-date><duration type=\"integer\">296</duration>"
            + "<task-id type=\"integer\">41</task-id>" + REST + "</time-entry>";
    private static final NewLiveTimerEntry NEW_STARTED =
            NewLiveTimerEntry.startEnd(START, END).build();
    private static final NewLiveTimerEntry NEW_DATED =
            NewLiveTimerEntry.durationOnly(DAY, 296).build();

    /** What arrived for one call. */
    private record Sent(String line, String query, String body) {}

    @Override
    String vendor() {
        return "livetimer";
    }

    @Override
    void defineProbes() {
        show();
        list();
        filters("list", EMPTY_LIST, (entries, filter) -> entries.list(filter).forEach(entry -> {}));
        filters("summary", SUM, TimeEntries::summary);
        summary();
        create("create-start-stop", NewLiveTimerEntry.startEnd(START, END));
        create("create-duration-only", NewLiveTimerEntry.durationOnly(DAY, 296));
        update();
        operation("delete", "DELETE /time_entries/{id}.xml", " ", entries -> entries.delete(3864));
        rules();
    }

    private void show() {
        operation("show", "GET /time_entries/{id}.xml", STARTED, entries -> entries.show(3864));
        probe("show", "query", "include", () -> {
            Sent sent = sent(STARTED, entries -> entries.show(3864, Include.values()));
            assertThat(sent.query()).isEqualTo("include=users,activities,clients,projects,tasks");
        });
        startedFields("show", () -> received(STARTED, entries -> entries.show(3864)));
        probe(
                "show",
                "response",
                "start-date",
                () -> assertThat(received(DATED, entries -> entries.show(3864)).workTime())
                        .isEqualTo(WorkTime.on(DAY, Duration.ofMinutes(296))));
        classified("show", xml -> received(xml, entries -> entries.show(3864)));
    }

    /** Fields that the answers of both kinds have, and those of start/end entries. */
    private void startedFields(String operation, Received entry) {
        probe(
                operation,
                "response",
                "start-time",
                () -> assertThat(entry.get().workTime()).isEqualTo(WorkTime.between(START, END)));
        probe(
                operation,
                "response",
                "end-time",
                () -> assertThat(entry.get().workTime()).isEqualTo(WorkTime.between(START, END)));
        commonFields(operation, entry);
    }

    private void commonFields(String operation, Received entry) {
        probe(operation, "response", "id", () -> assertThat(entry.get().id()).isEqualTo(3864));
        probe(
                operation,
                "response",
                "duration",
                () -> assertThat(entry.get().minutes()).isEqualTo(296));
        probe(
                operation,
                "response",
                "note",
                () -> assertThat(entry.get().note()).isEqualTo("Phone call"));
        probe(
                operation,
                "response",
                "created-at",
                () -> assertThat(entry.get().createdAt()).contains(Instant.parse("2007-08-30T12:28:00Z")));
        probe(
                operation,
                "response",
                "updated-at",
                () -> assertThat(entry.get().updatedAt()).contains(Instant.parse("2007-12-20T06:55:23Z")));
    }

    /** Ids, and the resources that take their place when they are included. */
    private void classified(String operation, Reader read) {
        probe(operation, "response", "user-id", () -> {
            assertThat(read.read(STARTED).userId()).hasValue(25);
            LiveTimerEntry included = read.read(STARTED.replace(
                    "<user-id type=\"integer\">25</user-id>", "<user><id>25</id><name>walter</name></user>"));
            assertThat(included.userId()).hasValue(25);
            assertThat(included.user().orElseThrow().name()).contains("walter");
        });
        probe(operation, "response", "project-id", () -> {
            assertThat(read.read(STARTED).projectId()).hasValue(29);
            LiveTimerEntry included = read.read(STARTED.replace(
                    "<project-id type=\"integer\">29</project-id>",
                    "<project><id>29</id><client><id>24</id></client></project>"));
            assertThat(included.projectId()).hasValue(29);
            assertThat(included.project().orElseThrow().parentId()).hasValue(24);
        });
        probe(operation, "response", "activity-id", () -> {
            assertThat(read.read(STARTED).activityId()).hasValue(16);
            LiveTimerEntry included = read.read(STARTED.replace(
                    "<activity-id type=\"integer\">16</activity-id>", "<activity><id>16</id></activity>"));
            assertThat(included.activity().orElseThrow().id()).isEqualTo(16);
        });
        probe(operation, "response", "task-id", () -> {
            assertThat(read.read(DATED).taskId()).hasValue(41);
            LiveTimerEntry included = read.read(DATED.replace(
                    "<task-id type=\"integer\">41</task-id>", "<task><id>41</id><project-id>30</project-id></task>"));
            assertThat(included.taskId()).hasValue(41);
            assertThat(included.task().orElseThrow().parentId()).hasValue(30);
        });
    }

    private void list() {
        operation(
                "list",
                "GET /time_entries.xml",
                EMPTY_LIST,
                entries -> entries.list(LiveTimerFilter.all()).forEach(entry -> {}));
        for (String bound : new String[] {"start", "end"}) {
            probe("list", "query", bound, () -> {
                Sent sent = sent(EMPTY_LIST, entries -> entries.window(LiveTimerFilter.all(), 5, 9));
                assertThat(sent.query()).isEqualTo("start=5&end=9");
            });
        }
        probe("list", "query", "include", () -> {
            Sent sent = sent(
                    EMPTY_LIST,
                    entries -> entries.window(LiveTimerFilter.all(), 1, 4, Include.PROJECTS, Include.CLIENTS));
            assertThat(sent.query()).isEqualTo("include=projects,clients&start=1&end=4");
        });
        Page<?>[] page = new Page<?>[1];
        Executable read = () -> sent(
                "<time-entries total=\"11\" end=\"3\" start=\"3\">" + STARTED + "</time-entries>",
                entries -> page[0] = entries.window(LiveTimerFilter.all(), 3, 6));
        probe("list", "response-envelope", "total", () -> {
            read.execute();
            assertThat(page[0].total()).hasValue(11);
        });
        probe("list", "response-envelope", "end", () -> {
            read.execute();
            assertThat(page[0].next()).contains(PageToken.parse("4"));
        });
        probe("list", "response-envelope", "start", () -> {
            read.execute();
            assertThat(page[0].items()).hasSize(1);
            refuses(entries -> sent(
                    "<time-entries total=\"11\" end=\"3\" start=\"1\">" + STARTED + "</time-entries>",
                    wire -> wire.window(LiveTimerFilter.all(), 1, 3)));
        });
    }

    private void filters(String operation, String answer, FilteredCall call) {
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
        probe(operation, "query", name, () -> {
            LiveTimerFilter built = filter.apply(LiveTimerFilter.builder()).build();
            Sent sent = sent(answer, entries -> call.call(entries, built));
            assertThat(sent.query().split("&")).contains(name + "=" + value);
        });
    }

    private void summary() {
        operation("summary", "GET /time_entries/summary.xml", SUM, entries -> entries.summary(LiveTimerFilter.all()));
        probe("summary", "query", "group_by", () -> {
            Sent sent =
                    sent(SUM, entries -> entries.summary(LiveTimerFilter.all(), Grouping.TASKS, Grouping.ACTIVITIES));
            assertThat(sent.query()).isEqualTo("group_by=tasks,activities");
        });
        probe(
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
        probe("summary", "response", "blank id and name", () -> {
            TimeSummary blank = summed("<duration>5</duration><clients><client><id type=\"integer\"></id>"
                            + "<name></name><duration>5</duration></client></clients>")
                    .children()
                    .get(0);
            assertThat(blank.isUnclassified()).isTrue();
            assertThat(blank.name()).isEmpty();
        });
    }

    private void group(String plural, String singular, Kind kind, String fields) {
        probe("summary", "response", plural + "/" + singular, () -> {
            TimeSummary group = summed("<%s><%s>%s</%s></%s><duration>5</duration>"
                            .formatted(plural, singular, fields, singular, plural))
                    .children()
                    .get(0);
            assertThat(group)
                    .isEqualTo(TimeSummary.builder(kind)
                            .id(7)
                            .name("seven")
                            .code("c")
                            .minutes(5)
                            .build());
        });
    }

    private static TimeSummary summed(String content) {
        TimeSummary[] summary = new TimeSummary[1];
        sent(
                "<time-summary>" + content + "</time-summary>",
                entries -> summary[0] = entries.summary(LiveTimerFilter.all(), Grouping.CLIENTS));
        return summary[0];
    }

    private void create(String operation, NewLiveTimerEntry.Builder entry) {
        boolean started = operation.equals("create-start-stop");
        String answer = started ? STARTED : DATED;
        NewLiveTimerEntry plain = entry.build();
        operation(operation, "POST /time_entries.xml", answer, entries -> entries.create(plain));
        if (started) {
            created(operation, "start-time", plain, "<start-time>2007-08-30T08:28:00-04:00</start-time>");
            created(operation, "end-time", plain, "<end-time>2007-08-30T13:24:00-04:00</end-time>");
            startedFields(operation, () -> received(answer, entries -> entries.create(NEW_STARTED)));
        } else {
            created(operation, "start-date", plain, "<start-date>2007-08-30</start-date>");
            created(operation, "duration", plain, "<duration>296</duration>");
            Received received = () -> received(answer, entries -> entries.create(NEW_DATED));
            probe(
                    operation,
                    "response",
                    "start-date",
                    () -> assertThat(received.get().workTime().localDate()).isEqualTo(DAY));
            commonFields(operation, received);
        }
        classified(operation, xml -> received(xml, entries -> entries.create(plain)));
        NewLiveTimerEntry project =
                plain.toBuilder().projectId(28).activityId(16).note("a ]]> b").build();
        created(operation, "project-id", project, "<project-id>28</project-id>");
        created(operation, "activity-id", project, "<activity-id>16</activity-id>");
        created(operation, "note", project, "<note><![CDATA[a ]]]]><![CDATA[> b]]></note>");
        created(operation, "task-id", plain.toBuilder().taskId(41).build(), "<task-id>41</task-id>");
    }

    private void created(String operation, String field, NewLiveTimerEntry entry, String element) {
        probe(
                operation,
                "request",
                field,
                () -> assertThat(sent(STARTED, entries -> entries.create(entry)).body())
                        .contains(element));
    }

    private void update() {
        operation(
                "update",
                "PUT /time_entries/{id}.xml",
                " ",
                entries -> entries.update(
                        3864, LiveTimerEntryUpdate.builder().note("x").build()));
        updated("start-time", update -> update.startTime(START), "<start-time>2007-08-30T08:28:00-04:00</start-time>");
        updated("end-time", update -> update.endTime(END), "<end-time>2007-08-30T13:24:00-04:00</end-time>");
        updated("start-date", update -> update.startDate(DAY), "<start-date>2007-08-30</start-date>");
        updated("duration", update -> update.duration(296), "<duration>296</duration>");
        updated("project-id", update -> update.projectId(28), "<project-id>28</project-id>");
        updated("activity-id", update -> update.activityId(16), "<activity-id>16</activity-id>");
        updated("note", update -> update.note("x"), "<note><![CDATA[x]]></note>");
    }

    private void updated(String field, UnaryOperator<LiveTimerEntryUpdate.Builder> change, String element) {
        probe(
                "update",
                "request",
                field,
                () -> assertThat(sent(
                                        " ",
                                        entries -> entries.update(
                                                3864,
                                                change.apply(LiveTimerEntryUpdate.builder())
                                                        .build()))
                                .body())
                        .isEqualTo("<" + ROOT + ">" + element + "</" + ROOT + ">"));
    }

    private void rules() {
        probe(
                "*",
                "rule",
                "seconds in start or end are truncated, not rounded",
                () -> Assertions.assertThatThrownBy(() -> NewLiveTimerEntry.startEnd(START.plusSeconds(1), END))
                        .isInstanceOf(InvalidInputException.class));
        probe("*", "rule", "same filter type ORs, different types AND", () -> {
            LiveTimerFilter filter = LiveTimerFilter.builder()
                    .clients(ItemTerm.id(1), ItemTerm.id(2))
                    .users(UserTerm.ME)
                    .build();
            assertThat(sent(SUM, entries -> entries.summary(filter)).query().split("&"))
                    .containsExactlyInAnyOrder("clients=1,2", "users=me");
        });
        probe("*", "rule", "a user cannot write another user's entries", () -> {
            try (LiveTimerClient client = LiveTimerClient.builder()
                    .baseUrl("https://artworks.livetimer.com")
                    .credentials("walter", "secret")
                    .user("25")
                    .build()) {
                assertThat(client.capabilities().writesForOthers()).isFalse();
                NewTimeEntry other = NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(1)))
                        .person(PersonRef.of(client.account(), "26"))
                        .build();
                Assertions.assertThatThrownBy(() -> client.create(other)).isInstanceOf(InvalidInputException.class);
            }
        });
        probe("*", "rule", "group_by of a child also groups by its parents", () -> {
            TimeSummary summary = summed(
                    "<clients><client><id>24</id><projects><project><id>30</id><duration>5"
                            + "</duration></project></projects><duration>5</duration></client></clients><duration>5</duration>");
            assertThat(summary.walk().map(TimeSummary::kind)).containsExactly(Kind.TOTAL, Kind.CLIENT, Kind.PROJECT);
            refuses(entries -> entries.summary(LiveTimerFilter.all(), Grouping.CLIENTS, Grouping.PROJECTS));
        });
        probe(
                "*",
                "rule",
                "duration-only becomes start/end by an empty start-date plus both times; the reverse by start-date"
                        + " plus duration",
                () -> {
                    assertThat(sent(
                                            " ",
                                            entries -> entries.update(
                                                    1,
                                                    LiveTimerEntryUpdate.builder()
                                                            .startEnd(START, END)
                                                            .build()))
                                    .body())
                            .isEqualTo("<time-entry><start-time>2007-08-30T08:28:00-04:00</start-time>"
                                    + "<end-time>2007-08-30T13:24:00-04:00</end-time><start-date/></time-entry>");
                    assertThat(sent(
                                            " ",
                                            entries -> entries.update(
                                                    1,
                                                    LiveTimerEntryUpdate.builder()
                                                            .durationOnly(DAY, 296)
                                                            .build()))
                                    .body())
                            .isEqualTo("<time-entry><start-date>2007-08-30</start-date><duration>296</duration>"
                                    + "</time-entry>");
                });
    }

    private void operation(String operation, String path, String answer, Consumer<TimeEntries> call) {
        probe(
                operation,
                "operation",
                path,
                () -> assertThat(sent(answer, call).line()).isEqualTo(path.replace("{id}", "3864")));
    }

    private static void refuses(Consumer<TimeEntries> call) {
        Assertions.assertThatThrownBy(() -> sent(SUM, call)).isInstanceOf(RuntimeException.class);
    }

    private interface Received {
        LiveTimerEntry get();
    }

    private interface Reader {
        LiveTimerEntry read(String xml);
    }

    private interface FilteredCall {
        void call(TimeEntries entries, LiveTimerFilter filter);
    }

    private static LiveTimerEntry received(String xml, java.util.function.Function<TimeEntries, LiveTimerEntry> call) {
        LiveTimerEntry[] entry = new LiveTimerEntry[1];
        sent(xml, entries -> entry[0] = call.apply(entries));
        return entry[0];
    }

    /** Makes a call that is answered so, and gives the one request that it made. */
    private static Sent sent(String answer, Consumer<TimeEntries> call) {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/xml; charset=utf-8")
                    .body(answer)
                    .build());
            try (LiveTimerClient client = LiveTimerClient.builder()
                    .baseUrl(server.url("/").toString())
                    .credentials("walter", "secret")
                    .build()) {
                call.accept(client.timeEntries());
            }
            assertThat(server.getRequestCount()).isEqualTo(1);
            return sent(server.takeRequest());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sent sent(RecordedRequest request) {
        String[] target = request.getTarget().replace("%2C", ",").split("\\?", 2);
        ByteString body = request.getBody();
        return new Sent(
                request.getMethod() + " " + target[0],
                target.length == 1 ? "" : target[1],
                body == null ? "" : body.string(StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*\\?>\\s*", ""));
    }
}
