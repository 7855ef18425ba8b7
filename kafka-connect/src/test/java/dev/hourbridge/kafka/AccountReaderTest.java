package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.TODAY;
import static dev.hourbridge.kafka.ReadAccount.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What one account writes, pass after pass, while users edit it. */
final class AccountReaderTest {
    private static final LocalDate OLD = LocalDate.of(2024, 3, 4);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final ReadAccount account = new ReadAccount();

    @Test
    void theFirstPassWritesASnapshotAndTheSecondNothing() {
        String old = id(account.enter(OLD, "old"));
        String recent = id(account.enter(TODAY, "new"));

        assertThat(changes(account.pass())).containsExactly("snapshot " + old, "snapshot " + recent);
        assertThat(account.passAfter(MINUTE)).isEmpty();
    }

    @Test
    void anEditAndANewEntryAreWrittenOnce() {
        TimeEntry entry = account.enter(TODAY, "draft");
        account.pass();
        account.service.put(entry.toBuilder().note("final").build());
        String added = id(account.enter(TODAY, "another"));

        List<SourceRecord> records = account.passAfter(MINUTE);

        assertThat(changes(records)).containsExactlyInAnyOrder("updated " + id(entry), "created " + added);
        assertThat(records)
                .extracting(record -> ((Struct) record.value()).getString("note"))
                .containsExactlyInAnyOrder("final", "another");
        assertThat(account.passAfter(MINUTE)).isEmpty();
    }

    @Test
    void anEntryOfAnOldDayThatIsEnteredLateIsFoundByTheCensus() {
        account.pass();
        String late = id(account.enter(OLD, "forgotten"));

        assertThat(account.passAfter(MINUTE)).isEmpty();
        assertThat(changes(account.passAfter(DAY))).containsExactly("created " + late);
    }

    @Test
    void theCensusListsOnlyDaysWithAnotherCount() {
        account.enter(OLD, "old");
        account.enter(OLD.plusMonths(1), "later");
        List<TimeEntryQuery> listed = new ArrayList<>();
        account.through(new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                listed.add(query);
                return super.list(query);
            }
        });
        account.pass();
        listed.clear();
        String late = id(account.enter(OLD, "forgotten"));

        assertThat(changes(account.passAfter(DAY))).containsExactly("created " + late);
        assertThat(listed)
                .filteredOn(query -> query.lastDay().orElseThrow().isBefore(TODAY.minusDays(35)))
                .singleElement()
                .satisfies(query -> assertThat(query.firstDay()).hasValue(OLD));
    }

    @Test
    void aDeletionIsWrittenAsARecordAndNotAgain() {
        TimeEntry entry = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.service.remove(entry.id());

        List<SourceRecord> records = account.passAfter(MINUTE);

        assertThat(changes(records)).containsExactly("deleted " + id(entry));
        assertThat(((Struct) records.get(0).value()).getBoolean("deleted")).isTrue();
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void aDeletionWritesATombstoneWhereAskedAndTheOffsetIsOnTheLastRecord() {
        account.with("deletes", "record+tombstone");
        TimeEntry entry = account.enter(TODAY, "x");
        String kept = id(account.enter(TODAY, "y"));
        account.pass();
        account.service.remove(entry.id());
        account.service.put(account.service.get(account.service.entries().get(0).id()).toBuilder()
                .note("edited")
                .build());

        List<SourceRecord> records = account.passAfter(MINUTE);

        assertThat(changes(records))
                .containsExactly("deleted " + id(entry), "deleted " + id(entry) + " tombstone", "updated " + kept);
        assertThat(records.get(0).sourceOffset()).isEqualTo(records.get(1).sourceOffset());
        assertThat(records.get(2).sourceOffset()).isNotEqualTo(records.get(1).sourceOffset());
    }

    @Test
    void deletionsAreIgnoredWhereAsked() {
        account.with("deletes", "none");
        TimeEntry entry = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.service.remove(entry.id());

        assertThat(account.passAfter(MINUTE)).isEmpty();
    }

    @Test
    void anEntryThatIsMovedToAnotherDayOrMonthIsUpdatedAndNeverDeleted() {
        TimeEntry entry = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.enter(TODAY.minusMonths(1), "z");
        account.pass();

        for (LocalDate day : List.of(TODAY.minusDays(3), TODAY.minusMonths(1), OLD, TODAY.minusDays(1))) {
            account.service.put(entry.toBuilder()
                    .workTime(WorkTime.on(day, Duration.ofHours(1)))
                    .build());
            assertThat(changes(account.passAfter(MINUTE))).as("to %s", day).containsExactly("updated " + id(entry));
        }
        account.restart();
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void aListThatCannotBeReadWholeWritesNothing() {
        TimeEntry entry = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.service.remove(entry.id());
        account.through(new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                return super.list(query).map(row -> {
                    throw new ListChangedException(
                            Failure.builder("The list changed on every read.").build());
                });
            }
        });
        account.clock.advance(MINUTE);

        assertThatThrownBy(account::next).isInstanceOf(ListChangedException.class);
        account.through(account.service);
        assertThat(changes(account.pass())).containsExactly("deleted " + id(entry));
    }

    @Test
    void entriesThatAreChangedWhileTheirPagesAreReadArriveAndNoneIsTakenForDeleted() {
        ReadAccount uncounted = new ReadAccount(SampleCapabilities.teamPulse(), 6);
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entries.add(uncounted.enter(TODAY, "entry " + i));
        }
        uncounted.pass();
        AtomicInteger rows = new AtomicInteger();
        uncounted.through(new ForwardingTimeTracker(uncounted.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                return super.list(query).map(row -> {
                    if (query.updatedSince().isEmpty() && rows.incrementAndGet() == 4) {
                        // The second page now begins with the seventh entry: the sixth is on neither.
                        uncounted.service.remove(entries.get(0).id());
                        uncounted.edit(entries.get(5), entry -> entry.note("edited"));
                        uncounted.edit(entries.get(1), entry -> entry.note("edited after it was read"));
                    }
                    return row;
                });
            }
        });

        List<String> written = new ArrayList<>(changes(uncounted.passAfter(MINUTE)));
        written.addAll(changes(uncounted.passAfter(MINUTE)));

        assertThat(rows).hasValueGreaterThan(12);
        assertThat(written)
                .containsExactlyInAnyOrder(
                        "deleted " + id(entries.get(0)),
                        "updated " + id(entries.get(5)),
                        "updated " + id(entries.get(1)));
    }

    @Test
    void aLostPermissionOnMostEntriesDeletesNothing() {
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(account.enter(TODAY.minusDays(i), "entry " + i));
        }
        account.pass();
        entries.subList(0, 3).forEach(entry -> account.service.remove(entry.id()));

        assertThat(account.passAfter(MINUTE)).isEmpty();
        entries.subList(0, 3).forEach(account.service::put);
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void entriesThatVanishTogetherAreDeletedOnlyAfterTheIntervalOfTheCensus() {
        TimeEntry one = account.enter(TODAY, "x");
        TimeEntry other = account.enter(TODAY, "y");
        account.pass();
        account.service.remove(one.id());
        account.service.remove(other.id());

        assertThat(account.passAfter(MINUTE)).isEmpty();
        assertThat(changes(account.passAfter(DAY))).containsExactly("deleted " + id(one), "deleted " + id(other));
    }

    @Test
    void aRestartRepeatsWhatWasNotCommittedAndNothingElse() {
        account.with("slice.max.records", "2");
        Set<String> entered = new HashSet<>();
        for (int i = 0; i < 9; i++) {
            entered.add(id(account.enter(TODAY.minusDays(i % 3), "entry " + i)));
        }
        List<String> written = new ArrayList<>();
        boolean more = true;
        while (more) {
            Optional<Batch> committed = account.next();
            committed.ifPresent(batch -> {
                assertThat(batch.records()).hasSizeLessThanOrEqualTo(2);
                written.addAll(changes(batch.records()));
            });
            account.nextLost();
            account.restart();
            more = committed.isPresent();
        }

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        entered.stream().map(id -> "snapshot " + id).toList());
    }

    @Test
    void onlyTheLastRecordOfABatchHasTheNewOffset() {
        account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.enter(TODAY, "z");

        List<SourceRecord> records = account.pass();

        assertThat(records).hasSize(3);
        assertThat(records)
                .extracting(record -> String.valueOf(record.sourceOffset().get("n")))
                .containsExactly("0", "0", "3");
    }

    private static String id(TimeEntry entry) {
        return entry.id().id();
    }
}
