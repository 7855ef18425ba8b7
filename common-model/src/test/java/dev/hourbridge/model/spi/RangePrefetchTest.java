package dev.hourbridge.model.spi;

import static dev.hourbridge.model.spi.FakeDays.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of days that come in one response each, requested ahead. */
@Timeout(60)
class RangePrefetchTest {
    private static final TimeEntryQuery TEN_DAYS = TimeEntryQuery.between(DAY, DAY.plusDays(9));

    /** Three rows on each of ten days, one day a range. */
    private static FakeDays tenDays() {
        FakeDays service = new FakeDays(2, 4);
        service.inOneAnswer = true;
        service.daysAtFirst = 1;
        IntStream.range(0, 30).forEach(i -> service.row(i, DAY.plusDays(i / 3)));
        return service;
    }

    private static List<Integer> thirty() {
        return IntStream.range(0, 30).boxed().toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void soManyRequestsAreInFlightAndNoMore() {
        FakeDays service = tenDays();
        CountDownLatch three = new CountDownLatch(3);
        service.beforeAnswer = request -> {
            three.countDown();
            await(three);
        };
        try (CloseableIterator<Integer> list = service.ids(TEN_DAYS).prefetch(3).iterator()) {
            assertThat(list.next()).isZero();
            assertThat(service.requests).hasSizeBetween(3, 4);
            list.forEachRemaining(id -> {});
        }
        assertThat(service.requests).hasSize(10).doesNotHaveDuplicates();
        assertThat(service.open).isZero();
    }

    @Test
    void aRangeThatIsTheWholeQueryIsOneRequest() {
        FakeDays service = tenDays();
        service.daysAtFirst = 10;
        assertThat(service.ids(TEN_DAYS).prefetch(8)).containsExactlyElementsOf(thirty());
        assertThat(service.requests).containsExactly("2024-02-28..2024-03-08");
    }

    @Test
    void anErrorIsThrownWhereItsRangeWouldHaveBeen() {
        FakeDays service = tenDays();
        service.beforeAnswer = request -> {
            if (service.requests.get(request - 1).startsWith("2024-03-02")) {
                throw new ServerException(Failure.builder("GET failed.").build());
            }
        };
        List<Integer> read = new ArrayList<>();
        Pager<Integer> list = service.ids(TEN_DAYS).prefetch(1);
        ServerException failure = catchThrowableOfType(ServerException.class, () -> list.forEach(read::add));
        assertThat(read).containsExactlyElementsOf(thirty().subList(0, 9));
        assertThat(failure.pageToken()).contains(PageToken.parse("2024-03-02..2024-03-02"));
        service.beforeAnswer = request -> {};
        assertThat(list.startingAt(failure.pageToken().orElseThrow()))
                .containsExactlyElementsOf(thirty().subList(9, 30));
        assertThat(service.open).isEqualTo(1); // the failed one, which was never returned
    }

    @Test
    void closingEarlyStopsWhatIsInFlight() {
        FakeDays service = tenDays();
        service.rowsAimedAt = 1; // Each range has more entries than are held.
        CloseableIterator<Integer> list = service.ids(TEN_DAYS).prefetch(4).iterator();
        list.next();
        list.close();
        assertThatThrownBy(list::hasNext).isInstanceOf(IllegalStateException.class);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("hourbridge-page"))) {
            Thread.onSpinWait();
        }
        assertThat(service.requests).hasSizeLessThanOrEqualTo(5);
        assertThat(service.open).isZero();
    }

    @Test
    void aRangeWithMoreEntriesThanAreHeldIsReadToItsEnd() {
        FakeDays service = tenDays();
        service.rowsAimedAt = 2;
        assertThat(service.ids(TEN_DAYS).prefetch(3)).containsExactlyElementsOf(thirty());
        assertThat(service.open).isZero();
    }

    @Test
    void eachPartOfAListInSeveralPartsIsRequestedAhead() {
        FakeDays service = tenDays();
        CountDownLatch two = new CountDownLatch(2);
        service.beforeAnswer = request -> {
            two.countDown();
            await(two);
        };
        Pager<Integer> both = Pagers.concatenated(List.of(service.ids(TEN_DAYS)));
        assertThat(both.filter(id -> true).prefetch(2)).containsExactlyElementsOf(thirty());
    }

    /** Against a list in turn: whatever the days hold, the same entries in the same order, and pages that lead to the rest. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEntriesAndTheirOrderAreThoseOfAListInTurn(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            FakeDays service = new FakeDays(2, 2 + random.nextInt(30));
            service.inOneAnswer = true;
            service.daysAtFirst = 1 + random.nextInt(20);
            int days = 1 + random.nextInt(300);
            int id = 0;
            for (LocalDate day = DAY; day.isBefore(DAY.plusDays(days)); day = day.plusDays(1 + random.nextInt(20))) {
                for (int i = random.nextInt(20); i > 0; i--) {
                    service.row(id++, day);
                }
            }
            Pager<Integer> list = service.ids(TimeEntryQuery.between(DAY, DAY.plusDays(days)));
            List<Integer> inTurn = list.stream().toList();
            Pager<Integer> ahead = list.prefetch(1 + random.nextInt(8));
            assertThat(ahead).as("seed %s run %s", seed, run).containsExactlyElementsOf(inTurn);
            int read = 0;
            for (Page<Integer> page : ahead.pages()) {
                read += page.items().size();
                if (page.next().isPresent() && random.nextInt(10) == 0) {
                    assertThat(ahead.startingAt(page.next().get()))
                            .as("seed %s run %s", seed, run)
                            .containsExactlyElementsOf(inTurn.subList(read, inTurn.size()));
                }
            }
            assertThat(read).isEqualTo(inTurn.size());
        }
    }
}
