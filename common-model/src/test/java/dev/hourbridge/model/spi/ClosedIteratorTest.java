package dev.hourbridge.model.spi;

import static dev.hourbridge.model.spi.FakeDays.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walks that end before their list: closed by their own thread, by another, or by an exception. */
@Timeout(30)
class ClosedIteratorTest {
    private static final TimeEntryQuery TEN_DAYS = TimeEntryQuery.between(DAY, DAY.plusDays(9));

    private final FakeDays days = new FakeDays(2, 16);
    private @Nullable CloseableIterator<?> walk;

    @BeforeEach
    void fill() {
        IntStream.range(0, 30).forEach(i -> days.row(i, DAY.plusDays(i / 3)));
    }

    /** What another thread may do at any moment, here at one that is known. */
    private void close() {
        Objects.requireNonNull(walk).close();
    }

    private static void assertClosed(CloseableIterator<?> walk) {
        assertThatThrownBy(walk::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed before its end");
        assertThatThrownBy(walk::next).isInstanceOf(IllegalStateException.class);
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isNotAtItsEndWhileItemsOfTheLastPageAreLeft() {
        CloseableIterator<String> items = Pagers.paged(new FakeList(4, 2)).iterator();
        IntStream.range(0, 3).forEach(i -> items.next());
        items.close();
        assertClosed(items);
    }

    @Test
    void isNotAtItsEndBeforeTheLastPageIsHandedOut() {
        CloseableIterator<Page<String>> pages =
                Pagers.paged(new FakeList(2, 2)).pages().iterator();
        assertThat(pages.hasNext()).isTrue();
        pages.close();
        assertClosed(pages);
    }

    @Test
    void staysEndedWhenItIsClosedAfterItsEnd() {
        for (CloseableIterator<?> ended : List.of(
                Pagers.paged(new FakeList(2, 2)).iterator(),
                Pagers.paged(new FakeList(2, 2)).prefetch(2).iterator(),
                days.ids(TimeEntryQuery.between(DAY, DAY)).iterator())) {
            ended.forEachRemaining(item -> {});
            ended.close();
            assertThat(ended.hasNext()).isFalse();
        }
    }

    @Test
    void asksForNothingMoreOnceItIsClosed() {
        FakeList list = new FakeList(20, 2);
        CloseableIterator<String> items = Pagers.paged(list).prefetch(3).iterator();
        walk = items;
        list.beforeAnswer = request -> close();
        assertClosed(items);
        assertThat(list.requests).containsExactly("1");
    }

    @Test
    void endsAWaitForAPageAndAllThatIsInFlight() throws Exception {
        FakeList list = new FakeList(20, 2);
        CountDownLatch asked = new CountDownLatch(3);
        List<Thread> inFlight = Collections.synchronizedList(new ArrayList<>());
        list.beforeAnswer = request -> {
            if (request > 1) {
                inFlight.add(Thread.currentThread());
                asked.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        CloseableIterator<String> items = Pagers.paged(list).prefetch(3).iterator();
        items.next();
        items.next();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try {
                items.next();
            } catch (RuntimeException e) {
                failure.complete(e);
            }
        });
        reader.start();
        asked.await();
        until(() -> reader.getState() == Thread.State.WAITING);

        items.close();

        assertThat(failure.get(10, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed before its end");
        for (Thread thread : inFlight) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(list.requests).hasSize(4);
        assertClosed(items);
    }

    @Test
    void closesAnAnswerThatCameWhenItWasClosedAlready() {
        days.inOneAnswer = true;
        days.daysAtFirst = 5;
        for (Pager<Integer> pager : List.of(Pagers.streamed(days::answer).map(FakeDays::id), days.ids(TEN_DAYS))) {
            days.opened = 0;
            days.open = 0;
            CloseableIterator<Integer> items = pager.iterator();
            walk = items;
            days.beforeAnswer = request -> close();
            assertClosed(items);
            assertThat(days.opened).isEqualTo(1);
            assertThat(days.open).isZero();
        }
    }

    @Test
    void anExceptionOfTheCallersOwnLeavesNothingOpen() {
        days.inOneAnswer = true;
        for (Pager<Integer> pager : List.of(Pagers.streamed(days::answer).map(FakeDays::id), days.ids(TEN_DAYS))) {
            CloseableIterator<Integer> mapped =
                    pager.<Integer>map(id -> 10 / id).iterator();
            assertThatThrownBy(mapped::hasNext).isInstanceOf(ArithmeticException.class);
            assertThat(days.open).isZero();
            assertClosed(mapped);
            CloseableIterator<Integer> filtered =
                    pager.filter(id -> 10 / id > 0).iterator();
            assertThatThrownBy(filtered::hasNext).isInstanceOf(ArithmeticException.class);
            assertThat(days.open).isZero();
            assertClosed(filtered);
        }
    }

    @Test
    void isNotGoneOnWithAfterAnError() {
        days.inOneAnswer = true;
        days.beforeAnswer = request -> {
            throw new ServerException(Failure.builder("GET failed.").build());
        };
        for (Pager<Integer> pager : List.of(Pagers.streamed(days::answer).map(FakeDays::id), days.ids(TEN_DAYS))) {
            CloseableIterator<Integer> items = pager.iterator();
            assertThatThrownBy(items::hasNext).isInstanceOf(ServerException.class);
            int requests = days.requests.size();
            assertClosed(items);
            assertThat(days.requests).hasSize(requests);
        }
    }

    @Test
    void isNotGoneOnWithAfterTheFirstDayCouldNotBeAskedFor() {
        days.beforeEarliest = () -> {
            throw new ServerException(Failure.builder("GET failed.").build());
        };
        CloseableIterator<Integer> items = days.ids(TimeEntryQuery.all()).iterator();
        assertThatThrownBy(items::hasNext).isInstanceOf(ServerException.class);
        assertClosed(items);
    }
}
