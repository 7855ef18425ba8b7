package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.TODAY;
import static dev.hourbridge.kafka.ReadAccount.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** What a reader finds after a restart, another configuration, a stop of months or a jump of the clock. */
final class ResumptionTest {
    private static final LocalDate OLD = LocalDate.of(2024, 3, 4);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final ReadAccount account = new ReadAccount();

    @Test
    void daysBeforeTheFirstStartDateAreReadOnceItIsEarlier() {
        account.with("census.days", "0").with("start.date", "2024-05-15");
        String earlier = id(account.enter(LocalDate.of(2024, 4, 1), "earlier"));
        String sameMonth = id(account.enter(LocalDate.of(2024, 5, 2), "earlier in a month that was read"));
        account.enter(TODAY, "x");
        assertThat(account.pass()).hasSize(1);

        account.with("start.date", "2024-03-01");

        assertThat(changes(account.pass())).containsExactly("snapshot " + earlier, "snapshot " + sameMonth);
        account.restart();
        assertThat(account.pass()).isEmpty();
    }

    @Test
    void aBackfillThatIsInterruptedIsCompletedAfterARestart() {
        account.with("census.days", "0").with("start.date", "2024-06-01");
        TimeEntry recent = account.enter(TODAY, "x");
        account.pass();
        List<String> expected = new ArrayList<>();
        for (int month = 3; month <= 5; month++) {
            expected.add("snapshot " + id(account.enter(LocalDate.of(2024, month, 7), "month " + month)));
        }
        expected.add("updated " + id(recent));
        account.with("start.date", "2024-03-01");
        List<SourceRecord> records =
                new ArrayList<>(account.next().orElseThrow().records());
        account.edit(recent, entry -> entry.note("edited"));
        account.restart();
        records.addAll(account.pass());

        assertThat(changes(records)).containsExactlyElementsOf(expected);
    }

    @Test
    void aLaterStartDateDeletesNothing() {
        account.enter(OLD, "old");
        TimeEntry kept = account.enter(LocalDate.of(2024, 5, 20), "kept");
        account.enter(LocalDate.of(2024, 5, 2), "before");
        account.pass();
        account.with("start.date", "2024-05-15");
        account.edit(kept, entry -> entry.note("edited"));

        assertThat(changes(account.pass())).containsExactly("updated " + id(kept));
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void anEntryThatMovesBeforeTheStartDateIsUpdatedOnce() {
        account.with("start.date", "2024-05-15");
        TimeEntry moved = account.enter(TODAY, "x");
        account.enter(TODAY, "y");
        account.pass();
        account.edit(moved, entry -> entry.workTime(WorkTime.on(OLD, Duration.ofHours(1))));

        assertThat(changes(account.passAfter(MINUTE))).containsExactly("updated " + id(moved));
        account.restart();
        assertThat(account.passAfter(DAY)).isEmpty();
    }

    @Test
    void whatWasEnteredInMonthsWithoutTheConnectorIsFoundWithoutACensus() {
        account.with("census.days", "0");
        TimeEntry edited = account.enter(TODAY, "x");
        account.enter(TODAY.plusDays(31), "the last day that is read");
        account.pass();
        account.clock.advance(Duration.ofDays(10));
        String entered = id(account.enter(TODAY.plusDays(10), "while it was stopped"));
        account.edit(edited, entry -> entry.note("final"));
        account.clock.advance(Duration.ofDays(90));
        account.restart();

        assertThat(changes(account.pass())).containsExactlyInAnyOrder("updated " + id(edited), "created " + entered);
    }

    @Test
    void theCensusIsMadeAlsoIfTheConnectorIsRestartedEachHour() {
        account.enter(TODAY, "x");
        account.pass();
        String late = id(account.enter(OLD, "forgotten"));
        List<SourceRecord> records = new ArrayList<>();
        for (int hour = 0; hour < 25; hour++) {
            account.restart();
            records.addAll(account.passAfter(Duration.ofHours(1)));
        }

        assertThat(changes(records)).containsExactly("created " + late);
    }

    @Test
    void anAccountIsReadOnAfterTheClockJumps() {
        account.pass();
        account.clock.set(account.clock.instant().minus(Duration.ofDays(400)));
        String first = id(account.enter(TODAY, "entered while the clock is behind"));
        account.passAfter(MINUTE);
        account.clock.advance(Duration.ofDays(400));
        assertThat(changes(account.passAfter(MINUTE))).containsExactly("created " + first);

        account.clock.advance(Duration.ofDays(400));
        account.pass();
        String second = id(account.enter(TODAY, "entered while the clock is ahead"));
        account.clock.set(account.clock.instant().minus(Duration.ofDays(400)));
        assertThat(changes(account.passAfter(MINUTE))).containsExactly("created " + second);
    }

    @Test
    void anOffsetStatesNothingOfAnotherMonthThatKafkaHasNotAcknowledged() {
        account.with("census.days", "0").with("lookback.days", "0");
        String lost = id(account.enter(OLD, "lost on the way"));
        String arrived = id(account.enter(OLD.plusMonths(1), "arrived"));
        account.nextLost();
        assertThat(changes(account.next().orElseThrow().records())).containsExactly("snapshot " + arrived);
        account.restart();

        assertThat(changes(account.pass())).containsExactly("snapshot " + lost);
    }

    @Test
    void daysWithoutEntriesAreNotReadAgainAfterARestart() {
        account.enter(OLD, "x");
        account.enter(TODAY.plusDays(31), "the last day that is read");
        AtomicInteger lists = new AtomicInteger();
        account.through(new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                lists.incrementAndGet();
                return super.list(query);
            }
        });
        account.pass();
        assertThat(lists.getAndSet(0)).isGreaterThan(100);
        account.restart();

        assertThat(account.pass()).isEmpty();
        assertThat(lists).hasValueLessThan(5);
    }

    @Test
    void aMonthWithTooManyEntriesLosesNothingAfterARestart() {
        account.with("slice.max.records", "1000000");
        account.clock.set(account.clock.instant().minus(Duration.ofDays(3)));
        List<TimeEntry> entries = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            String id = UUID.nameUUIDFromBytes(("entry " + i).getBytes(StandardCharsets.UTF_8))
                    .toString();
            entries.add(account.enter(id, TODAY, "entry " + i));
        }
        account.clock.advance(Duration.ofDays(3));
        assertThat(account.pass()).hasSize(9_000);
        TimeEntry hidden = account.enter(TODAY, "committed late by the service");
        account.service.remove(hidden.id());
        account.clock.advance(MINUTE);
        String later = id(account.enter(TODAY, "later"));
        account.edit(entries.get(7), entry -> entry.note("edited"));
        assertThat(changes(account.passAfter(MINUTE)))
                .containsExactlyInAnyOrder("updated " + id(entries.get(7)), "created " + later);
        assertThat(account.offsets())
                .allSatisfy(
                        offset -> assertThat(offset.toString().length()).isLessThan(MonthState.MAX_IDS_LENGTH + 1000));

        account.service.put(hidden);
        account.restart();
        assertThat(changes(account.pass())).containsExactly("created " + id(hidden));
    }

    @Test
    void aPassThatFailsInTheMiddleIsRepeatedWithoutRepetitions() {
        AtomicInteger lists = new AtomicInteger();
        account.through(new ForwardingTimeTracker(account.service) {
            @Override
            public Pager<TimeEntry> list(TimeEntryQuery query) {
                if (lists.incrementAndGet() % 7 == 0) {
                    throw new ServerException(Failure.builder("503").build());
                }
                return super.list(query);
            }
        });
        for (int day = 0; day < 100; day++) {
            account.enter(OLD.plusDays(day), "day " + day);
        }
        List<SourceRecord> records = new ArrayList<>();
        for (int attempt = 0; attempt < 40 && records.size() < 100; attempt++) {
            try {
                account.next().ifPresent(batch -> records.addAll(batch.records()));
                attempt--;
            } catch (ServerException e) {
                account.postpone(MINUTE);
                account.clock.advance(MINUTE);
            }
        }

        assertThat(records).hasSize(100).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }

    @Test
    void anOffsetOfAnotherFormatIsRejected() {
        assertThat(Map.of("v", 1L))
                .satisfies(offset ->
                        assertThat(MonthState.from(offset).stored().days()).isNull());
        assertThat(List.of(
                        Map.of("v", 9L),
                        Map.of("x", 1L),
                        Map.of("v", 1L, "ids", "AAAA"),
                        Map.of("v", 1L, "watermark", "x")))
                .allSatisfy(offset ->
                        assertThatThrownBy(() -> MonthState.from(offset)).isInstanceOf(ConnectException.class));
    }

    private static String id(TimeEntry entry) {
        return entry.id().id();
    }
}
