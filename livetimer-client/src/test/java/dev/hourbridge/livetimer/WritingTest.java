package dev.hourbridge.livetimer;

import static dev.hourbridge.livetimer.Wire.body;
import static dev.hourbridge.livetimer.Wire.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, headers and bodies of creates, updates and deletes. */
class WritingTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2008-01-08T16:01:00-05:00");
    private static final OffsetDateTime END = OffsetDateTime.parse("2008-01-08T16:11:00-05:00");
    private static final LocalDate DAY = LocalDate.of(2008, 1, 8);
    private static final WorkTime DATED = WorkTime.on(DAY, Duration.ofMinutes(10));

    private final Wire wire = new Wire();
    private final LiveTimerTimeEntries entries = wire.client.timeEntries();
    private final Account account = wire.client.account();

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void createsTheDocumentedStartEndEntry() {
        wire.answer(201, fixture("documented/created-start-end.xml"));

        LiveTimerEntry created = entries.create(NewLiveTimerEntry.startEnd(START, END)
                .projectId(28)
                .activityId(16)
                .note("Phone call from June.")
                .build());

        assertThat(created.id()).isEqualTo(4001);
        RecordedRequest request = wire.taken();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/time_entries.xml");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/xml");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/xml");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Basic d2FsdGVyOnDDpHNzd29yZA==");
        assertThat(body(request))
                .isEqualTo("<time-entry><start-time>2008-01-08T16:01:00-05:00</start-time>"
                        + "<end-time>2008-01-08T16:11:00-05:00</end-time><project-id>28</project-id>"
                        + "<activity-id>16</activity-id><note><![CDATA[Phone call from June.]]></note></time-entry>");
    }

    @Test
    void createsTheDocumentedDurationOnlyEntry() {
        wire.answer(201, fixture("documented/created-duration-only.xml"));

        LiveTimerEntry created = entries.create(
                NewLiveTimerEntry.durationOnly(DAY, 10).taskId(41).build());

        assertThat(created.id()).isEqualTo(4002);
        assertThat(body(wire.taken()))
                .isEqualTo("<time-entry><start-date>2008-01-08</start-date><duration>10</duration>"
                        + "<task-id>41</task-id></time-entry>");
    }

    @Test
    void writesATimeInUtcWithAnOffsetInDigits() {
        wire.answer(201, fixture("documented/created-start-end.xml"));

        entries.create(NewLiveTimerEntry.startEnd(
                        OffsetDateTime.parse("2008-01-08T16:01Z"), OffsetDateTime.parse("2008-01-08T17:01+01:00"))
                .build());

        assertThat(body(wire.taken()))
                .contains("<start-time>2008-01-08T16:01:00+00:00</start-time>")
                .contains("<end-time>2008-01-08T17:01:00+01:00</end-time>");
    }

    @Test
    void sendsTheTaskAloneWhereProjectAndTaskAreGiven() {
        wire.answer(201, fixture("documented/created-duration-only.xml"));

        TimeEntryId id = wire.client.create(NewTimeEntry.of(DATED)
                .project(ProjectRef.of(account, "30"))
                .task(TaskRef.of(account, "41"))
                .build());

        assertThat(id).isEqualTo(TimeEntryId.of(account, "4002"));
        assertThat(body(wire.taken())).contains("<task-id>41</task-id>").doesNotContain("project-id");
    }

    @Test
    void writesANoteAsOneCdataSection() {
        wire.answer(201, fixture("documented/created-duration-only.xml"));

        wire.client.create(NewTimeEntry.of(DATED).note("a]] >b <&> ü").build());

        assertThat(body(wire.taken())).contains("<note><![CDATA[a]] >b <&> ü]]></note>");
    }

    /** A server that writes the note into one section, as Builder of Rails 2 does, breaks every list that holds it. */
    @Test
    void refusesANoteThatEndsACdataSectionBeforeARequest() {
        String note = "see a[b[0]]>1";
        List<ThrowingCallable> writes = List.of(
                () -> entries.create(
                        NewLiveTimerEntry.durationOnly(DAY, 10).note(note).build()),
                () -> entries.update(
                        3864, LiveTimerEntryUpdate.builder().note(note).build()),
                () -> wire.client.create(NewTimeEntry.of(DATED).note(note).build()),
                () -> wire.client.prepare(NewTimeEntry.of(DATED).note(note).build()),
                () -> update(update -> update.note(note)));

        for (ThrowingCallable write : writes) {
            assertThatThrownBy(write)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("note: text with ]]>")
                    .hasMessageContaining("put a space before the >")
                    .hasMessageNotContaining("a[b[0");
        }
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void preparesWithoutARequestAndSendsOne() {
        wire.answer(201, fixture("documented/created-duration-only.xml"));

        PreparedCreate prepared = wire.client.prepare(NewTimeEntry.of(DATED).build());
        assertThat(wire.server.getRequestCount()).isZero();

        assertThat(prepared.send().id()).isEqualTo("4002");
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "<time-entry><note>x</note></time-entry>", "<time-entry><id>77"})
    void takesTheIdOfTheLocationWhereTheBodyHasNone(String body) {
        wire.server.enqueue(new mockwebserver3.MockResponse.Builder()
                .code(201)
                .setHeader("Content-Type", Wire.XML)
                .setHeader("Location", "https://artworks.livetimer.com/time_entries/4711.xml")
                .body(body)
                .build());

        assertThat(wire.client.create(NewTimeEntry.of(DATED).build()).id()).isEqualTo("4711");
    }

    @Test
    void takesTheIdWhateverTheRestOfTheAnswerIs() {
        wire.answer(201, "<time-entry><duration>odd</duration><id type=\"integer\">9</id></time-entry>");

        assertThat(wire.client.create(NewTimeEntry.of(DATED).build()).id()).isEqualTo("9");
    }

    @Test
    void updatesWithAllThatIsDocumented() {
        wire.answerNothing().answerNothing();

        entries.update(
                3864,
                LiveTimerEntryUpdate.builder()
                        .startTime(START)
                        .endTime(END)
                        .projectId(28)
                        .activityId(16)
                        .note("Phone call")
                        .build());
        entries.update(
                3864,
                LiveTimerEntryUpdate.builder().durationOnly(DAY, 10).taskId(41).build());

        RecordedRequest first = wire.taken();
        assertThat(first.getMethod()).isEqualTo("PUT");
        assertThat(first.getTarget()).isEqualTo("/time_entries/3864.xml");
        assertThat(first.getHeaders().get("Content-Type")).isEqualTo("application/xml");
        assertThat(body(first))
                .isEqualTo("<time-entry><start-time>2008-01-08T16:01:00-05:00</start-time>"
                        + "<end-time>2008-01-08T16:11:00-05:00</end-time><project-id>28</project-id>"
                        + "<activity-id>16</activity-id><note><![CDATA[Phone call]]></note></time-entry>");
        assertThat(body(wire.taken()))
                .isEqualTo("<time-entry><start-date>2008-01-08</start-date><duration>10</duration>"
                        + "<task-id>41</task-id></time-entry>");
    }

    @Test
    void emptiesTheDateToTurnADurationIntoAStartAndEnd() {
        wire.answerNothing();

        update(update -> update.workTime(WorkTime.between(START, END)));

        assertThat(body(wire.taken()))
                .isEqualTo("<time-entry><start-time>2008-01-08T16:01:00-05:00</start-time>"
                        + "<end-time>2008-01-08T16:11:00-05:00</end-time><start-date/></time-entry>");
    }

    @Test
    void clearsByItsOwnApiToo() {
        wire.answerNothing();
        LiveTimerEntryUpdate update = LiveTimerEntryUpdate.builder()
                .clearProjectId()
                .clearTaskId()
                .clearActivityId()
                .clearNote()
                .build();

        entries.update(3864, update.toBuilder().build());

        assertThat(update.note().isClear()).isTrue();
        assertThat(update.startTime().isLeave()).isTrue();
        assertThat(body(wire.taken()))
                .isEqualTo("<time-entry><project-id/><task-id/><activity-id/><note/></time-entry>");
    }

    @Test
    void sendsWhatIsClearedEmptyAndWhatIsLeftNotAtAll() {
        wire.answerNothing();

        update(update -> update.clearProject().clearTask().clearActivity().clearNote());

        assertThat(body(wire.taken()))
                .isEqualTo("<time-entry><project-id/><task-id/><activity-id/><note/></time-entry>");
    }

    @Test
    void setsProjectTaskAndActivity() {
        wire.answerNothing().answerNothing();

        update(update ->
                update.project(ProjectRef.of(account, "30")).clearTask().activity(ActivityRef.of(account, "17")));
        update(update -> update.project(ProjectRef.of(account, "30")).task(TaskRef.of(account, "41")));

        assertThat(body(wire.taken()))
                .isEqualTo(
                        "<time-entry><project-id>30</project-id><task-id/><activity-id>17</activity-id></time-entry>");
        assertThat(body(wire.taken())).isEqualTo("<time-entry><task-id>41</task-id></time-entry>");
    }

    /** Rails before 2.0 compares the whole header with the types that it parses: with a parameter, the body is ignored. */
    @Test
    void namesTheTypeOfABodyWithoutACharset() {
        wire.answer(201, fixture("documented/created-start-end.xml"));
        wire.answerNothing();

        entries.create(NewLiveTimerEntry.startEnd(START, END).build());
        entries.update(3864, LiveTimerEntryUpdate.builder().taskId(41).build());

        for (RecordedRequest request : List.of(wire.taken(), wire.taken())) {
            assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/xml");
            assertThat(request.getHeaders().values("Accept")).containsExactly("application/xml");
        }
    }

    @Test
    void deletes() {
        wire.answerNothing();

        wire.client.delete(TimeEntryId.of(account, "3864"));

        RecordedRequest request = wire.taken();
        assertThat(request.getRequestLine()).startsWith("DELETE /time_entries/3864.xml ");
        assertThat(request.getBodySize()).isZero();
    }

    private void update(UnaryOperator<TimeEntryUpdate.Builder> changes) {
        wire.client.update(
                TimeEntryId.of(account, "3864"),
                changes.apply(TimeEntryUpdate.builder()).build());
    }

    static List<WorkTime> tooFine() {
        return List.of(
                WorkTime.on(DAY, Duration.ofSeconds(61)),
                WorkTime.on(DAY, Duration.ofMinutes(1L + Integer.MAX_VALUE)),
                WorkTime.on(LocalDate.of(10000, 1, 1), Duration.ofMinutes(1)),
                WorkTime.between(START.plusSeconds(1), END),
                WorkTime.between(START, END.plusNanos(1)),
                WorkTime.between(START, END.withOffsetSameInstant(java.time.ZoneOffset.ofTotalSeconds(1172))));
    }

    @ParameterizedTest
    @MethodSource("tooFine")
    void refusesAWorkTimeThatTheServiceWouldChange(WorkTime workTime) {
        assertThatThrownBy(() -> wire.client.create(NewTimeEntry.of(workTime).build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> update(update -> update.workTime(workTime))).isInstanceOf(InvalidInputException.class);
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void refusesFieldsThatTheServiceDoesNotTake() {
        Account other = Account.of(LiveTimerClient.SERVICE, "other.livetimer.com");
        List<NewTimeEntry> entriesRefused = List.of(
                NewTimeEntry.of(DATED).billable(Billable.NO).build(),
                NewTimeEntry.of(DATED).tags(List.of("a")).build(),
                NewTimeEntry.of(DATED).note("a\u0000b").build(),
                NewTimeEntry.of(DATED).note("half \ud83c").build(),
                NewTimeEntry.of(DATED).person(PersonRef.of(other, "25")).build(),
                NewTimeEntry.of(DATED).project(ProjectRef.of(other, "25")).build(),
                NewTimeEntry.of(DATED).task(TaskRef.of(account, "0")).build(),
                NewTimeEntry.of(DATED).task(TaskRef.of(account, "../1")).build(),
                NewTimeEntry.of(DATED)
                        .activity(ActivityRef.of(account, "Design"))
                        .build());
        for (NewTimeEntry entry : entriesRefused) {
            assertThatThrownBy(() -> wire.client.create(entry)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> wire.client.prepare(entry)).isInstanceOf(InvalidInputException.class);
        }
        List<UnaryOperator<TimeEntryUpdate.Builder>> updatesRefused = List.of(
                update -> update,
                update -> update.billable(Billable.YES),
                TimeEntryUpdate.Builder::clearTags,
                update -> update.person(PersonRef.of(account, "25")),
                update -> update.note("\u0001"));
        for (UnaryOperator<TimeEntryUpdate.Builder> refused : updatesRefused) {
            assertThatThrownBy(() -> update(refused)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> wire.client.get(TimeEntryId.of(other, "1"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wire.client.delete(TimeEntryId.of(account, "1.xml?")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.server.getRequestCount()).isZero();
    }

    @Test
    void refusesNativeWritesThatContradictThemselves() {
        assertThatThrownBy(() -> NewLiveTimerEntry.durationOnly(DAY, 1)
                        .projectId(1)
                        .taskId(2)
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NewLiveTimerEntry.durationOnly(DAY, -1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NewLiveTimerEntry.startEnd(START, START.minusMinutes(1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LiveTimerEntryUpdate.builder()
                        .startTime(START)
                        .duration(10)
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LiveTimerEntryUpdate.builder()
                        .startTime(END)
                        .endTime(START)
                        .build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        LiveTimerEntryUpdate.builder().projectId(1).taskId(1).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> entries.update(1, LiveTimerEntryUpdate.builder().build()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> entries.delete(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void writesForNobodyButTheOwnerItKnows() {
        wire.answer(201, fixture("documented/created-duration-only.xml")).answerNothing();
        NewTimeEntry own =
                NewTimeEntry.of(DATED).person(PersonRef.of(account, "25")).build();
        NewTimeEntry others =
                own.toBuilder().person(PersonRef.of(account, "26")).build();
        try (LiveTimerClient owned = LiveTimerClient.builder()
                .baseUrl(wire.server.url("/").toString())
                .login("walter", "")
                .user("25")
                .build()) {
            assertThat(owned.create(own).id()).isEqualTo("4002");
            assertThatThrownBy(() -> owned.create(others))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("person");
            owned.update(
                    TimeEntryId.of(account, "1"),
                    TimeEntryUpdate.builder()
                            .person(PersonRef.of(account, "25"))
                            .note("x")
                            .build());
        }

        for (NewTimeEntry named : List.of(own, others)) {
            assertThatThrownBy(() -> wire.client.create(named))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContainingAll("person: ", "user(id)", "omit the person");
        }
    }
}
