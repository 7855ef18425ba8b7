package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.TODAY;
import static dev.hourbridge.kafka.ReadAccount.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that lists what changed since a moment. */
final class ChangesTest {
    private static final LocalDate OLD = LocalDate.of(2024, 3, 4);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final ReadAccount account = new ReadAccount(SampleCapabilities.teamwork(ZoneOffset.UTC));
    private final List<TimeEntryQuery> listed = new ArrayList<>();

    @Test
    void anEditOfAnOldDayIsFoundByItsStamp() {
        TimeEntry old = account.enter(OLD, "draft");
        account.pass();
        account.clock.advance(MINUTE);
        account.edit(old, entry -> entry.note("final"));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("updated " + id(old));
        assertThat(account.passAfter(MINUTE)).isEmpty();
    }

    @Test
    void anEntryOfAnOldDayThatIsEnteredLateIsFoundByItsStamp() {
        account.pass();
        String late = id(account.enter(OLD, "forgotten"));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("created " + late);
    }

    @Test
    void anEntryThatMovesToAnOldDayIsUpdatedAndNotDeleted() {
        TimeEntry entry = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.edit(entry, moved -> moved.workTime(WorkTime.on(OLD, Duration.ofHours(1))));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("updated " + id(entry));
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void aPassListsDaysOnlyIfTheirNumberOfEntriesDiffers() {
        TimeEntry removed = account.enter(TODAY, "x");
        account.enter(TODAY.minusDays(20), "y");
        account.through(recorded());
        account.pass();
        listed.clear();

        account.passAfter(MINUTE);
        assertThat(listed)
                .singleElement()
                .satisfies(query -> assertThat(query.updatedSince()).isPresent());

        listed.clear();
        account.service.remove(removed.id());
        assertThat(changes(account.passAfter(MINUTE))).containsExactly("deleted " + id(removed));
        assertThat(listed)
                .filteredOn(query -> query.updatedSince().isEmpty())
                .singleElement()
                .satisfies(query -> assertThat(query.lastDay()).hasValue(LocalDate.of(2024, 6, 30)));
    }

    @Test
    void aDeletionIsFoundAlsoIfAnotherEntryWasCreated() {
        TimeEntry removed = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.service.remove(removed.id());
        String added = id(account.enter(TODAY, "z"));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("created " + added, "deleted " + id(removed));
    }

    @Test
    void anEditThatLeavesTheStampIsFoundWithTheNextCensus() {
        TimeEntry entry = account.enter(TODAY, "draft");
        account.clock.advance(Duration.ofDays(3));
        account.pass();
        account.service.put(entry.toBuilder().note("final").build());

        assertThat(account.passAfter(MINUTE)).isEmpty();
        assertThat(changes(account.passAfter(DAY))).containsExactly("updated " + id(entry));
    }

    @Test
    void anEditOfAnOldDayWhileTheConnectorIsStoppedIsFoundAfterwards() {
        TimeEntry old = account.enter(OLD, "draft");
        account.enter(TODAY, "x");
        account.pass();
        account.clock.advance(Duration.ofDays(20));
        account.edit(old, entry -> entry.note("final"));
        account.clock.advance(Duration.ofDays(20));
        account.restart();

        assertThat(changes(account.pass())).containsExactly("updated " + id(old));
    }

    @Test
    void anEditOfADayThatWasJustReadForTheFirstTimeIsNotLost() {
        TimeEntry old = account.enter(OLD, "draft");
        account.enter(OLD.plusDays(1), "next");
        account.next();
        account.clock.advance(MINUTE);
        account.edit(old, entry -> entry.note("final"));
        account.pass();

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("updated " + id(old));
    }

    @Test
    void aServiceThatRejectsTheListOfChangesIsReadWithoutIt() {
        TimeEntry recent = account.enter(TODAY, "draft");
        account.through(new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                listed.add(query);
                return super.list(query).map(row -> {
                    if (query.updatedSince().isPresent()) {
                        throw new RejectedException(
                                Failure.builder("The filter is not supported.").build(), List.of());
                    }
                    return row;
                });
            }
        });
        account.pass();
        account.clock.advance(MINUTE);
        account.edit(recent, entry -> entry.note("final"));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("updated " + id(recent));
        listed.clear();
        account.passAfter(MINUTE);
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(query -> assertThat(query.updatedSince()).isEmpty());
    }

    private ForwardingTimeTracker recorded() {
        return new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                listed.add(query);
                return super.list(query);
            }
        };
    }

    private static String id(TimeEntry entry) {
        return entry.id().id();
    }
}
