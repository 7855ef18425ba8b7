package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.PreparedCreate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryTimeTrackerTest {
    private static final Account ACME = Account.of(Service.of("memory"), "acme");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);
    private static final Instant NOW = Instant.parse("2024-06-13T08:00:00Z");

    private final InMemoryTimeTracker tracker = InMemoryTimeTracker.builder(ACME, SampleCapabilities.liveTimer())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .pageSize(2)
            .projectOfTask(task -> task.equals("20") ? "10" : "")
            .build();

    private static NewTimeEntry.Builder work(String note) {
        return NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(30)))
                .person(PersonRef.of(ACME, "1"))
                .note(note);
    }

    private TimeEntry created(String note) {
        return tracker.get(tracker.create(work(note).build()));
    }

    private static List<String> notes(Iterable<TimeEntry> entries) {
        List<String> notes = new ArrayList<>();
        entries.forEach(entry -> notes.add(entry.note()));
        return notes;
    }

    @Test
    void doesWhatTheExampleInItsDocumentationShows() {
        Account acme = Account.of(Service.of("livetimer"), "acme");
        InMemoryTimeTracker tracker = InMemoryTimeTracker.builder(acme, SampleCapabilities.liveTimer())
                .owner("25")
                .build();
        TimeEntryId id = tracker.create(NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(2)))
                .person(PersonRef.of(acme, "25"))
                .note("Phone call")
                .build());

        tracker.put(tracker.get(id).toBuilder().note("Phone calls").build());

        assertThat(notes(tracker.list(TimeEntryQuery.all()))).containsExactly("Phone calls");
    }

    @Test
    void listsInPagesOfTheGivenSizeWithTheCountOfTheWholeList() {
        IntStream.range(0, 5).forEach(i -> created("note " + i));

        List<Page<TimeEntry>> pages = new ArrayList<>();
        tracker.list(TimeEntryQuery.all()).pages().forEach(pages::add);

        assertThat(pages).extracting(page -> page.items().size()).containsExactly(2, 2, 1);
        assertThat(pages).allSatisfy(page -> assertThat(page.total()).hasValue(5));
    }

    @Test
    void movesEntriesToThePageBeforeWhenOneIsDeletedMeanwhile() {
        List<TimeEntry> entries = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> entries.add(created("note " + i)));
        InMemoryTimeTracker uncounted = InMemoryTimeTracker.builder(
                        ACME,
                        SampleCapabilities.liveTimer().toBuilder()
                                .announcesCount(false)
                                .build())
                .pageSize(2)
                .build();
        entries.forEach(uncounted::put);

        try (CloseableIterator<TimeEntry> list =
                uncounted.list(TimeEntryQuery.all()).iterator()) {
            list.next();
            list.next();
            uncounted.remove(entries.get(0).id());

            List<TimeEntry> rest = new ArrayList<>();
            list.forEachRemaining(rest::add);
            assertThat(notes(rest)).as("note 2 slipped to the first page").containsExactly("note 3", "note 4");
        }
    }

    @Test
    void refusesAPageTokenThatIsNotAPosition() {
        assertThatThrownBy(() -> tracker.list(TimeEntryQuery.all())
                        .startingAt(PageToken.parse("next"))
                        .iterator()
                        .hasNext())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void stampsCreationsAndUpdates() {
        TimeEntry entry = created("note");
        assertThat(entry.audit().createdAt()).contains(NOW);
        assertThat(entry.audit().updatedAt()).contains(NOW);

        InMemoryTimeTracker later = tracker.sameService()
                .clock(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC))
                .build();
        later.update(entry.id(), TimeEntryUpdate.builder().note("other").build());

        assertThat(tracker.get(entry.id()).audit().createdAt()).contains(NOW);
        assertThat(tracker.get(entry.id()).audit().updatedAt()).contains(NOW.plusSeconds(60));
    }

    @Test
    void sharesItsEntriesWithClientsOfOtherOwners() {
        InMemoryTimeTracker second = tracker.sameService().owner("2").build();

        TimeEntryId id = second.create(
                NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(30))).build());

        assertThat(tracker.get(id).person()).contains(PersonRef.of(ACME, "2"));
        assertThat(second.capabilities().owner()).contains("2");
        assertThat(tracker.capabilities().owner()).contains("1");
        assertThat(tracker.creates()).isEqualTo(1);
    }

    @Test
    void storesWhatAnotherUserPutsAsItIs() {
        TimeEntry odd = created("note").toBuilder()
                .id(TimeEntryId.of(ACME, "5000"))
                .workTime(WorkTime.on(DAY, Duration.ofSeconds(61)))
                .build();

        assertThat(tracker.put(odd)).isEqualTo(odd);

        assertThat(tracker.get(odd.id())).isEqualTo(odd);
        assertThat(tracker.newId().id()).isEqualTo("5001");
    }

    @Test
    void keepsEveryFieldThatAnUpdateDoesNotName() {
        TimeEntry full = tracker.put(TimeEntry.builder()
                .id(tracker.newId())
                .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T09:00+02:00"), Duration.ofHours(1)))
                .reportedDuration(Duration.ofMinutes(45))
                .person(PersonRef.of(ACME, "1"))
                .personName("Walter")
                .project(ProjectRef.of(ACME, "10"))
                .projectName("Harbour wall")
                .task(TaskRef.of(ACME, "20"))
                .taskName("Survey")
                .activity(ActivityRef.of(ACME, "30"))
                .activityName("Consulting")
                .client(ClientRef.of(ACME, "40"))
                .clientName("Port authority")
                .invoice(Invoice.numbered("7"))
                .extras(Map.of("colour", "red"))
                .note("note")
                .build());

        tracker.update(full.id(), TimeEntryUpdate.builder().note("other").build());

        assertThat(tracker.get(full.id()))
                .isEqualTo(full.toBuilder()
                        .note("other")
                        .audit(tracker.get(full.id()).audit())
                        .build());
    }

    @Test
    void listsDeletedEntriesAsDeletedAndLeavesThemOutOfTotals() {
        TimeEntry kept = created("kept");
        TimeEntry deleted =
                tracker.put(created("deleted").toBuilder().deleted(true).build());

        assertThat(tracker.list(TimeEntryQuery.all())).containsExactly(kept, deleted);
        assertThat(tracker.total(TimeEntryQuery.all())).contains(Duration.ofMinutes(30));
        assertThatThrownBy(() -> tracker.delete(deleted.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tracker.update(
                        deleted.id(), TimeEntryUpdate.builder().note("x").build()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void sumsStartsByOneFixedOffset() {
        OffsetDateTime lateInTheEvening = DAY.atTime(23, 30).atOffset(ZoneOffset.ofHours(-4));
        tracker.create(work("note")
                .workTime(WorkTime.from(lateInTheEvening, Duration.ofMinutes(20)))
                .build());

        assertThat(tracker.list(TimeEntryQuery.between(DAY, DAY))).hasSize(1);
        assertThat(tracker.total(TimeEntryQuery.between(DAY, DAY))).contains(Duration.ZERO);
        assertThat(tracker.total(TimeEntryQuery.between(DAY.plusDays(1), DAY.plusDays(1))))
                .contains(Duration.ofMinutes(20));
    }

    @Test
    void takesTheFirstOfTwoEqualHoursOfAWallClock() {
        ZoneId newYork = ZoneId.of("America/New_York");
        InMemoryTimeTracker teamwork = InMemoryTimeTracker.builder(ACME, SampleCapabilities.teamwork(newYork))
                .build();
        OffsetDateTime second = OffsetDateTime.parse("2024-11-03T01:30-05:00");

        TimeEntryId id = teamwork.create(NewTimeEntry.of(WorkTime.from(second, Duration.ofMinutes(20)))
                .project(ProjectRef.of(ACME, "10"))
                .build());

        assertThat(((WorkTime.Interval) teamwork.get(id).workTime()).start())
                .isEqualTo(OffsetDateTime.parse("2024-11-03T01:30-04:00"));
    }

    @Test
    void showsTheProjectThatATaskImplies() {
        TimeEntryId onTask =
                tracker.create(work("note").task(TaskRef.of(ACME, "20")).build());
        TimeEntryId onOther =
                tracker.create(work("note").task(TaskRef.of(ACME, "21")).build());

        assertThat(tracker.get(onTask).project()).contains(ProjectRef.of(ACME, "10"));
        assertThat(tracker.get(onOther).project()).isEmpty();
    }

    @Test
    void sendsAPreparedCreateEachTimeItIsSent() {
        PreparedCreate prepared = tracker.prepare(work("note").build());

        assertThat(prepared.send()).isNotEqualTo(prepared.send());
        assertThat(tracker.entries()).hasSize(2);
        assertThat(tracker.requests()).isEqualTo(2);
    }

    @Test
    void refusesAPageSizeBelowOne() {
        assertThatThrownBy(() -> tracker.sameService().pageSize(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refusesAnUpdateThatTakesThePlaceAway() {
        InMemoryTimeTracker teamwork = InMemoryTimeTracker.builder(ACME, SampleCapabilities.teamwork(ZoneOffset.UTC))
                .build();
        TimeEntryId id = teamwork.create(
                NewTimeEntry.of(WorkTime.from(DAY.atTime(9, 0).atOffset(ZoneOffset.UTC), Duration.ofMinutes(20)))
                        .task(TaskRef.of(ACME, "21"))
                        .build());

        assertThatThrownBy(() -> teamwork.update(
                        id, TimeEntryUpdate.builder().clearTask().build()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(teamwork.get(id).task()).contains(TaskRef.of(ACME, "21"));
    }
}
