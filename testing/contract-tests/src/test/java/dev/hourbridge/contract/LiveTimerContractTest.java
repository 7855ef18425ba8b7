package dev.hourbridge.contract;

import static dev.hourbridge.contract.LiveTimerWire.DATED;
import static dev.hourbridge.contract.LiveTimerWire.DAY;
import static dev.hourbridge.contract.LiveTimerWire.EMPTY_LIST;
import static dev.hourbridge.contract.LiveTimerWire.END;
import static dev.hourbridge.contract.LiveTimerWire.START;
import static dev.hourbridge.contract.LiveTimerWire.STARTED;
import static dev.hourbridge.contract.LiveTimerWire.SUM;
import static dev.hourbridge.contract.LiveTimerWire.received;
import static dev.hourbridge.contract.LiveTimerWire.sent;
import static dev.hourbridge.contract.LiveTimerWire.summed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.contract.LiveTimerWire.Sent;
import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.Include;
import dev.hourbridge.livetimer.ItemTerm;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntry;
import dev.hourbridge.livetimer.LiveTimerEntryUpdate;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.LiveTimerTimeEntries;
import dev.hourbridge.livetimer.NewLiveTimerEntry;
import dev.hourbridge.livetimer.TimeSummary;
import dev.hourbridge.livetimer.TimeSummary.Kind;
import dev.hourbridge.livetimer.UserTerm;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** LiveTimer's page "Time Entries", row by row, on the wire. */
class LiveTimerContractTest extends ContractSuite {
    private static final String ROOT = "time-entry";
    private static final NewLiveTimerEntry NEW_STARTED =
            NewLiveTimerEntry.startEnd(START, END).build();
    private static final NewLiveTimerEntry NEW_DATED =
            NewLiveTimerEntry.durationOnly(DAY, 296).build();

    @Override
    String vendor() {
        return "livetimer";
    }

    @Override
    void defineProbes() {
        show();
        list();
        LiveTimerFilterProbes filters = new LiveTimerFilterProbes(this);
        filters.define(
                "list", EMPTY_LIST, (entries, filter) -> entries.list(filter).forEach(entry -> {}));
        filters.define("summary", SUM, LiveTimerTimeEntries::summary);
        operation("summary", "GET /time_entries/summary.xml", SUM, entries -> entries.summary(LiveTimerFilter.all()));
        filters.summary();
        create("create-start-stop", NewLiveTimerEntry.startEnd(START, END));
        create("create-duration-only", NewLiveTimerEntry.durationOnly(DAY, 296));
        update();
        operation("delete", "DELETE /time_entries/{id}.xml", " ", entries -> entries.delete(3864));
        rules();
    }

    private void show() {
        operation("show", "GET /time_entries/{id}.xml", STARTED, entries -> entries.get(3864));
        probe("show", "query", "include", () -> {
            Sent sent = sent(STARTED, entries -> entries.get(3864, Include.values()));
            assertThat(sent.query()).isEqualTo("include=users,activities,clients,projects,tasks");
        });
        startedFields("show", () -> received(STARTED, entries -> entries.get(3864)));
        probe(
                "show",
                "response",
                "start-date",
                () -> assertThat(received(DATED, entries -> entries.get(3864)).workTime())
                        .isEqualTo(WorkTime.on(DAY, Duration.ofMinutes(296))));
        classified("show", xml -> received(xml, entries -> entries.get(3864)));
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
            assertThat(page[0].next().map(PageToken::toString))
                    .hasValueSatisfying(token -> assertThat(token).endsWith("~4"));
        });
        probe("list", "response-envelope", "start", () -> {
            read.execute();
            assertThat(page[0].items()).hasSize(1);
            refuses(entries -> sent(
                    "<time-entries total=\"11\" end=\"3\" start=\"1\">" + STARTED + "</time-entries>",
                    wire -> wire.window(LiveTimerFilter.all(), 1, 3)));
        });
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
                plain.toBuilder().projectId(28).activityId(16).note("a <b> c").build();
        created(operation, "project-id", project, "<project-id>28</project-id>");
        created(operation, "activity-id", project, "<activity-id>16</activity-id>");
        created(operation, "note", project, "<note><![CDATA[a <b> c]]></note>");
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
                    .login("walter", "secret")
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

    private void operation(String operation, String path, String answer, Consumer<LiveTimerTimeEntries> call) {
        probe(
                operation,
                "operation",
                path,
                () -> assertThat(sent(answer, call).line()).isEqualTo(path.replace("{id}", "3864")));
    }

    private static void refuses(Consumer<LiveTimerTimeEntries> call) {
        Assertions.assertThatThrownBy(() -> sent(SUM, call)).isInstanceOf(RuntimeException.class);
    }

    private interface Received {
        LiveTimerEntry get();
    }

    private interface Reader {
        LiveTimerEntry read(String xml);
    }
}
