package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.RejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are requested ahead although the list does not announce its end. */
@Timeout(60)
final class PrefetchTest {
    private static final int PAGE_SIZE = 100;

    /** A list of so many rows, which announces the number of rows of each page, or of the list, as its total. */
    private static final class Rows extends Dispatcher {
        private final int rows;
        private final boolean announcesAll;
        private final int largestPage;
        private final ConcurrentSkipListSet<Integer> skips = new ConcurrentSkipListSet<>();
        private volatile int failing = -1;
        private volatile CountDownLatch arrivals = new CountDownLatch(0);

        Rows(int rows, boolean announcesAll, int largestPage) {
            this.rows = rows;
            this.announcesAll = announcesAll;
            this.largestPage = largestPage;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            String asked = request.getUrl().queryParameter("$skip");
            int skip = asked == null ? 0 : Integer.parseInt(asked);
            assertThat(skips.add(skip)).as("twice: " + skip).isTrue();
            if (skip > 0) {
                arrivals.countDown();
                assertThat(arrivals.await(10, TimeUnit.SECONDS)).isTrue();
            }
            int count = Math.max(0, Math.min(largestPage, rows - skip));
            String items = IntStream.range(skip, skip + count)
                    .mapToObj(i -> Wire.entry(i + 1))
                    .collect(Collectors.joining(","));
            return new MockResponse.Builder()
                    .code(skip == failing ? 400 : 200)
                    .setHeader("Content-Type", "application/json; charset=utf-8")
                    .body("{\"totalResults\":" + (announcesAll ? rows : count) + ",\"results\":[" + items + "]}")
                    .build();
        }

        Wire served() {
            Wire wire = new Wire();
            wire.server.setDispatcher(this);
            return wire;
        }
    }

    private static List<Long> ids(Pager<TeamPulseEntry> pager) {
        return pager.map(TeamPulseEntry::id).stream().toList();
    }

    private static List<Long> upTo(int rows) {
        return LongStream.rangeClosed(1, rows).boxed().toList();
    }

    private static Pager<TeamPulseEntry> list(Wire wire) {
        return wire.client.timeEntries().list(ODataQuery.all());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 250, 300, 1234})
    void theEntriesAndTheirOrderAreThoseOfAListInTurn(int count) {
        for (int ahead : new int[] {1, 2, 4, 8}) {
            Rows rows = new Rows(count, false, PAGE_SIZE);
            try (Wire wire = rows.served()) {
                assertThat(ids(list(wire).prefetch(ahead))).isEqualTo(upTo(count));
                int needed = count == 0 ? 1 : (count + PAGE_SIZE - 1) / PAGE_SIZE + 1;
                assertThat(rows.skips).as("prefetch(%s)", ahead).hasSizeBetween(needed, needed + ahead);
            }
        }
    }

    @Test
    void aListThatAnnouncesItsTotalCostsNoRequestMoreThanInTurn() {
        Rows rows = new Rows(1_250, true, PAGE_SIZE);
        try (Wire wire = rows.served()) {
            assertThat(ids(list(wire).prefetch(8))).isEqualTo(upTo(1_250));
            assertThat(rows.skips).hasSize(14).doesNotContain(1_300);
        }
    }

    @Test
    void aListWithSmallerPagesThanRequestedIsReadOnePageAhead() {
        Rows rows = new Rows(500, false, 50);
        try (Wire wire = rows.served()) {
            assertThat(ids(list(wire).prefetch(8))).isEqualTo(upTo(500));
            assertThat(rows.skips).hasSize(11);
        }
    }

    @Test
    void soManyRequestsAreInFlight() {
        Rows rows = new Rows(2_000, false, PAGE_SIZE);
        rows.arrivals = new CountDownLatch(6);
        try (Wire wire = rows.served()) {
            assertThat(ids(list(wire).prefetch(6))).isEqualTo(upTo(2_000));
        }
    }

    @Test
    void noRequestIsSentBeyondTop() {
        Rows rows = new Rows(2_000, false, PAGE_SIZE);
        try (Wire wire = rows.served()) {
            ODataQuery query = ODataQuery.builder().top(300).build();
            assertThat(ids(wire.client.timeEntries().list(query).prefetch(8))).isEqualTo(upTo(300));
            assertThat(rows.skips).containsExactly(0, 100, 200);
        }
    }

    @Test
    void anErrorIsThrownWhereItsPageWouldHaveBeenAndOnlyThere() {
        Rows rows = new Rows(450, false, PAGE_SIZE);
        rows.failing = 300;
        try (Wire wire = rows.served()) {
            List<Long> read = new ArrayList<>();
            RejectedException failure = catchThrowableOfType(
                    RejectedException.class, () -> list(wire).prefetch(4).forEach(entry -> read.add(entry.id())));
            assertThat(read).isEqualTo(upTo(300));
            assertThat(failure.pageToken().orElseThrow().toString()).endsWith("300");
        }
    }

    @Test
    void anErrorBeyondTheEndIsNoErrorOfTheList() {
        Rows rows = new Rows(200, false, PAGE_SIZE);
        rows.failing = 400;
        try (Wire wire = rows.served()) {
            assertThat(ids(list(wire).prefetch(4))).isEqualTo(upTo(200));
        }
    }

    @Test
    void closingEarlyStopsTheRequests() {
        Rows rows = new Rows(2_000, false, PAGE_SIZE);
        try (Wire wire = rows.served()) {
            try (CloseableIterator<TeamPulseEntry> walk = list(wire).prefetch(3).iterator()) {
                walk.next();
            }
            while (Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("hourbridge-page"))) {
                Thread.onSpinWait();
            }
            assertThat(rows.skips).hasSizeLessThanOrEqualTo(4);
        }
    }
}
