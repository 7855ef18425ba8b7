package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Pages;
import dev.hourbridge.model.ServerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {

    @Test
    void asksForNothingBeforeItIsRead() {
        FakeList list = new FakeList(5, 2);
        Pager<String> pager = Pagers.paged(list);
        CloseableIterator<String> walk = pager.iterator();
        assertThat(list.requests).isEmpty();
        assertThat(walk.hasNext()).isTrue();
        assertThat(list.requests).containsExactly("1");
    }

    @Test
    void handsOutEachRowOnceInOrder() {
        FakeList list = new FakeList(5, 2);
        assertThat(Pagers.paged(list)).containsExactly("r1", "r2", "r3", "r4", "r5");
        assertThat(list.requests).containsExactly("1", "2", "3");
    }

    @Test
    void asksForAPageOnlyWhenTheWalkGetsThere() {
        FakeList list = new FakeList(6, 2);
        try (Stream<String> stream = Pagers.paged(list).stream()) {
            assertThat(stream.limit(2)).containsExactly("r1", "r2");
        }
        assertThat(list.requests).containsExactly("1");
    }

    @Test
    void startsEveryWalkAnew() {
        FakeList list = new FakeList(3, 2);
        Pager<String> pager = Pagers.paged(list);
        assertThat(pager).hasSize(3);
        list.rows.add("r4");
        assertThat(pager).hasSize(4);
    }

    @Test
    void endsAnEmptyList() {
        CloseableIterator<String> walk = Pagers.paged(new FakeList(0, 2)).iterator();
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void readsAgainAndHandsOutWhatSlippedBackWhenARowWasDeleted() {
        FakeList list = new FakeList(6, 2);
        // r1 goes after the first page was read, so that r3 slips onto the page already read
        list.beforeAnswer = request -> {
            if (request == 2) {
                list.rows.remove("r1");
            }
        };
        assertThat(Pagers.paged(list)).containsExactlyInAnyOrder("r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void handsOutNothingTwiceWhenARowWasInserted() {
        FakeList list = new FakeList(6, 2);
        list.beforeAnswer = request -> {
            if (request == 2) {
                list.rows.add(0, "r0");
            }
        };
        assertThat(Pagers.paged(list)).containsExactlyInAnyOrder("r0", "r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void noticesAnInsertionByTheRepeatedRowWhenNoTotalIsAnnounced() {
        FakeList list = new FakeList(6, 2);
        list.announcesTotal = false;
        list.beforeAnswer = request -> {
            if (request == 2) {
                list.rows.add(0, "r0");
            }
        };
        assertThat(Pagers.paged(list)).containsExactlyInAnyOrder("r0", "r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void givesUpOnAListThatNeverStandsStill() {
        FakeList list = new FakeList(6, 2);
        list.beforeAnswer = request -> list.rows.add("n" + request);
        assertThatThrownBy(() -> Pagers.paged(list).forEach(row -> {}))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("changed its total")
                .hasMessageContaining("(help: list-changed)");
    }

    @Test
    void throwsOnAListWithFewerRowsThanItAnnounces() {
        PageSource<String> liar = source(token -> Page.of(List.of("a", "b"), null, 3));
        assertThatThrownBy(() -> Pagers.paged(liar).forEach(row -> {}))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("a different number of rows than its total");
    }

    @Test
    void throwsOnAPageThatRepeats() {
        PageSource<String> deaf = source(token -> {
            int page = token == null ? 1 : Integer.parseInt(token.toString());
            return Page.of(List.of("a", "b"), PageToken.parse(String.valueOf(page + 1)));
        });
        assertThatThrownBy(() -> Pagers.paged(deaf).forEach(row -> {}))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("two pages with the same rows");
    }

    @Test
    void throwsOnTokensThatLeadInACircle() {
        PageSource<String> circle = source(token -> {
            String at = token == null ? "0" : token.toString();
            String next = at.equals("1") ? "2" : "1";
            return Page.of(List.of("row of " + at), PageToken.parse(next));
        });
        List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> Pagers.paged(circle).forEach(read::add))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("returned a row twice, even when read again");
        assertThat(read).containsExactly("row of 0", "row of 1", "row of 2");
    }

    @Test
    void endsAWalkOfEmptyPagesThatTheServiceNeverEnds() {
        List<String> requests = new ArrayList<>();
        PageSource<String> endless = source(token -> {
            requests.add("page");
            return Page.of(List.of(), PageToken.parse("" + requests.size()));
        });
        assertThatThrownBy(() -> Pagers.paged(endless).forEach(row -> {}))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("pages without a row");
        assertThat(requests).hasSize(11);
    }

    @Test
    void doesNotPassForEndedAfterItWasClosed() {
        CloseableIterator<String> walk = Pagers.paged(new FakeList(6, 2)).iterator();
        walk.next();
        walk.close();
        assertThatThrownBy(walk::hasNext).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesThePageThatFailedAndGoesOnFromIt() {
        FakeList list = new FakeList(6, 2);
        list.beforeAnswer = request -> {
            if (request == 2) {
                throw new ServerException(
                        Failure.builder("GET failed.").status(503).attempts(5).build());
            }
        };
        List<String> read = new ArrayList<>();
        ServerException failure = catchThrowableOfType(
                ServerException.class, () -> Pagers.paged(list).forEach(read::add));
        assertThat(read).containsExactly("r1", "r2");
        PageToken token = PageToken.parse(failure.pageToken().orElseThrow().toString());
        assertThat(Pagers.paged(list).startingAt(token)).containsExactly("r3", "r4", "r5", "r6");
    }

    @Test
    void filtersWithoutLosingCount() {
        FakeList list = new FakeList(6, 2);
        Pager<Integer> even = Pagers.paged(list)
                .map(row -> Integer.parseInt(row.substring(1)))
                .filter(number -> number % 2 == 0);
        assertThat(even).containsExactly(2, 4, 6);
        even.pages().forEach(page -> assertThat(page.total()).hasValue(6));
    }

    @Test
    void iteratesOverPagesOnce() {
        List<List<String>> read = new ArrayList<>();
        try (Pages<String> pages = Pagers.paged(new FakeList(5, 2)).pages()) {
            for (Page<String> page : pages) {
                read.add(page.items());
            }
            assertThatThrownBy(pages::iterator).isInstanceOf(IllegalStateException.class);
        }
        assertThat(read).containsExactly(List.of("r1", "r2"), List.of("r3", "r4"), List.of("r5"));
    }

    @Test
    void readsNothingOfPagesThatAreClosed() {
        FakeList list = new FakeList(5, 2);
        Pages<String> pages = Pagers.paged(list).pages();
        CloseableIterator<Page<String>> iterator = pages.iterator();
        iterator.next();
        pages.close();
        assertThatThrownBy(iterator::hasNext).isInstanceOf(IllegalStateException.class);
        assertThat(list.requests).hasSize(1);
    }

    @Test
    void isMadeOfAListInMemory() {
        List<Integer> numbers = IntStream.range(0, 1001).map(i -> i / 2).boxed().toList();
        Pager<Integer> pager = Pager.of(numbers);
        assertThat(pager).containsExactlyElementsOf(numbers);
        PageToken second;
        try (Pages<Integer> pages = pager.pages()) {
            Page<Integer> first = pages.iterator().next();
            assertThat(first.items()).hasSize(500);
            assertThat(first.total()).hasValue(1001);
            second = first.next().orElseThrow();
        }
        assertThat(pager.startingAt(PageToken.parse(second.toString())))
                .containsExactlyElementsOf(numbers.subList(500, 1001));
        for (String other : List.of("0", "1001", "-1", "page")) {
            assertThatThrownBy(() -> pager.startingAt(PageToken.parse(other)).forEach(number -> {}))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(Pager.of(List.<String>of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void prefetchKeepsTheOrderAndTheBound(int ahead) {
        FakeList list = new FakeList(101, 5);
        List<String> read = Pagers.paged(list).prefetch(ahead).stream().toList();
        assertThat(read).isEqualTo(list.rows);
        assertThat(list.requests).hasSize(21).doesNotHaveDuplicates();
        assertThat(list.mostInFlight.get()).isLessThanOrEqualTo(ahead);
    }

    @Test
    void prefetchHasThatManyRequestsInFlight() {
        FakeList list = new FakeList(40, 5);
        CountDownLatch three = new CountDownLatch(3);
        list.beforeAnswer = request -> {
            if (request > 1) {
                three.countDown();
                await(three);
            }
        };
        assertThat(Pagers.paged(list).prefetch(3)).hasSize(40);
        assertThat(list.mostInFlight.get()).isEqualTo(3);
    }

    @Test
    void prefetchPutsAnErrorWhereItsPageWouldHaveBeen() {
        FakeList list = new FakeList(20, 5);
        list.beforeAnswer = request -> {
            if (list.requests.get(request - 1).equals("3")) {
                throw new ServerException(Failure.builder("GET failed.").build());
            }
        };
        List<String> read = new ArrayList<>();
        assertThatThrownBy(() -> Pagers.paged(list).prefetch(1).forEach(read::add))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.pageToken()).contains(PageToken.parse("page=3")));
        assertThat(read).hasSize(10);
    }

    @Test
    void anInterruptEndsTheWaitForAPage() throws InterruptedException {
        FakeList list = new FakeList(20, 5);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        list.beforeAnswer = request -> {
            if (request > 1) {
                asked.countDown();
                await(never);
            }
        };
        List<Throwable> thrown = new ArrayList<>();
        List<Boolean> flag = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                Pagers.paged(list).prefetch(1).forEach(row -> {});
            } catch (CallInterruptedException e) {
                thrown.add(e);
                flag.add(Thread.currentThread().isInterrupted());
            }
        });
        reader.start();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        reader.interrupt();
        reader.join(10_000);
        assertThat(thrown).hasSize(1);
        assertThat(flag).containsExactly(true);
    }

    @Test
    void aWrongGuessCostsARequestAndNothingElse() {
        FakeList list = new FakeList(12, 5);
        assertThat(Pagers.paged(alwaysPredictingPage9(list)).prefetch(1)).hasSize(12);
    }

    @Test
    void aListThatIsPredictedWronglyCostsFewRequests() {
        FakeList list = new FakeList(200, 2);
        assertThat(Pagers.paged(alwaysPredictingPage9(list)).prefetch(4)).hasSize(200);
        assertThat(list.requests).hasSizeBetween(100, 100 + 4 + 100 / 2);
    }

    private static PageSource<String> alwaysPredictingPage9(FakeList list) {
        return new PageSource<>() {
            @Override
            public Page<String> fetch(@Nullable PageToken token) {
                return list.fetch(token);
            }

            @Override
            public String key(String item) {
                return item;
            }

            @Override
            public Optional<PageToken> predictNext(@Nullable PageToken token, Page<String> read) {
                return Optional.of(PageToken.parse("page=9"));
            }
        };
    }

    @Test
    void prefetchOutOfBoundsNamesTheBounds() {
        assertThatThrownBy(() -> Pagers.paged(new FakeList(1, 1)).prefetch(65))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("prefetch")
                .hasMessageContaining("1 to 64");
    }

    /** Against a model: whatever happens to the list, a walk that ends handed out no row twice, and each that stayed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aWalkThatEndsIsWhole(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            FakeList list = new FakeList(random.nextInt(30), 1 + random.nextInt(6));
            if (random.nextBoolean()) {
                list.numbered();
            }
            HashSet<String> stayed = new HashSet<>(list.rows);
            int changes = random.nextInt(3);
            // not both in one walk: where one row comes as another goes, no reader can tell
            boolean insert = random.nextBoolean();
            for (int i = 0; i < changes; i++) {
                int at = 1 + random.nextInt(6);
                int seedOfChange = random.nextInt(1000);
                var before = list.beforeAnswer;
                list.beforeAnswer = request -> {
                    before.accept(request);
                    if (request == at && insert) {
                        list.rows.add(seedOfChange % (list.rows.size() + 1), "9000" + seedOfChange);
                    } else if (request == at && !list.rows.isEmpty()) {
                        stayed.remove(list.rows.remove(seedOfChange % list.rows.size()));
                    }
                };
            }
            List<String> read = new ArrayList<>();
            Pager<String> pager = Pagers.paged(list);
            try {
                (random.nextBoolean() ? pager : pager.prefetch(1)).forEach(read::add);
            } catch (ListChangedException e) {
                assertThat(read).as("seed %s run %s", seed, run).doesNotHaveDuplicates();
                continue;
            }
            assertThat(read)
                    .as("seed %s run %s", seed, run)
                    .doesNotHaveDuplicates()
                    .containsAll(stayed);
        }
    }

    private static PageSource<String> source(Function<@Nullable PageToken, Page<String>> fetch) {
        return new PageSource<>() {
            @Override
            public Page<String> fetch(@Nullable PageToken token) {
                return Objects.requireNonNull(fetch.apply(token));
            }

            @Override
            public String key(String item) {
                return item;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
