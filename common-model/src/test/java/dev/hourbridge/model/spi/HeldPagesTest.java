package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntryQuery;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a walk holds, and where the pages that were asked for ahead of their turn come. */
@Timeout(20)
class HeldPagesTest {
    private static final int PAGES = 9;

    private record Row(String key) {}

    /** Answers a page only when all pages are gone that may not be held beside it. */
    private static final class Jealous implements PageSource<Row> {
        private final AtomicReferenceArray<@Nullable WeakReference<Row>> rows = new AtomicReferenceArray<>(PAGES + 1);
        private final int most;

        Jealous(int most) {
            this.most = most;
        }

        @Override
        public Page<Row> fetch(@Nullable PageToken token) {
            int page = number(token);
            for (int gone = 1; gone <= page - most; gone++) {
                assertGone(gone);
            }
            Row row = new Row("row " + page);
            rows.set(page, new WeakReference<>(row));
            PageToken next = page < PAGES ? PageToken.parse("" + (page + 1)) : null;
            return Page.of(List.of(row), next, PAGES);
        }

        private void assertGone(int page) {
            WeakReference<Row> row = Objects.requireNonNull(rows.get(page));
            for (int i = 0; row.get() != null && i < 100; i++) {
                System.gc();
            }
            assertThat(row.get()).as("page %s", page).isNull();
        }

        private static int number(@Nullable PageToken token) {
            return token == null ? 1 : Integer.parseInt(token.toString());
        }

        @Override
        public String key(Row row) {
            return row.key;
        }

        @Override
        public Optional<PageToken> predictNext(@Nullable PageToken token, Page<Row> read) {
            int next = number(token) + 1;
            return next <= PAGES ? Optional.of(PageToken.parse("" + next)) : Optional.empty();
        }
    }

    @Test
    void letsGoOfAPageBeforeItAsksForTheNext() {
        CloseableIterator<Row> walk = Pagers.paged(new Jealous(1)).iterator();
        int read = 0;
        while (walk.hasNext()) {
            assertThat(walk.next().key).startsWith("row ");
            read++;
        }
        assertThat(read).isEqualTo(PAGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void holdsOnePageMoreThanAreInFlight(int ahead) {
        CloseableIterator<Row> walk =
                Pagers.paged(new Jealous(ahead + 1)).prefetch(ahead).iterator();
        int read = 0;
        while (walk.hasNext()) {
            assertThat(walk.next().key).startsWith("row ");
            read++;
        }
        assertThat(read).isEqualTo(PAGES);
    }

    @Test
    void anErrorWaitsForThePagesBeforeIt() {
        FakeList list = new FakeList(40, 5);
        CountDownLatch failed = new CountDownLatch(1);
        list.beforeAnswer = request -> {
            String page = list.requests.get(request - 1);
            if (page.equals("4")) {
                failed.countDown();
                throw new ServerException(Failure.builder("GET failed.").build());
            }
            if (!page.equals("1")) {
                awaitUninterrupted(failed);
            }
        };
        List<String> read = new ArrayList<>();
        ServerException failure = catchThrowableOfType(
                ServerException.class, () -> Pagers.paged(list).prefetch(3).forEach(read::add));
        assertThat(read).isEqualTo(list.rows.subList(0, 15));
        assertThat(failure.pageToken()).contains(PageToken.parse("page=4"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void walksOfOnePagerKnowNothingOfEachOther() {
        FakeDays days = new FakeDays(2, 100);
        for (int i = 0; i < 12; i++) {
            days.row(i, FakeDays.DAY.plusDays(i));
        }
        days.daysAtFirst = 5;
        TimeEntryQuery query = TimeEntryQuery.between(FakeDays.DAY, FakeDays.DAY.plusDays(20));
        Pager<String> list = Pagers.paged(new FakeList(12, 5));
        for (Pager<?> pager : List.of(list, list.prefetch(2), days.ids(query), Pagers.streamed(days::answer))) {
            List<Object> one = new ArrayList<>();
            List<Object> two = new ArrayList<>();
            CloseableIterator<?> first = pager.iterator();
            CloseableIterator<?> second = pager.iterator();
            one.add(first.next());
            while (second.hasNext()) {
                two.add(second.next());
                if (first.hasNext()) {
                    one.add(first.next());
                }
            }
            assertThat(one).hasSize(12).isEqualTo(two);
        }
    }
}
