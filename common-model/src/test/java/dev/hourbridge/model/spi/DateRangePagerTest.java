package dev.hourbridge.model.spi;

import static dev.hourbridge.model.spi.FakeDays.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangePagerTest {
    private static final TimeEntryQuery ALL = TimeEntryQuery.all();
    private static final TimeEntryQuery TEN_DAYS = TimeEntryQuery.between(DAY, DAY.plusDays(9));

    /** Three rows on each of ten days, in the order of the days. */
    private static FakeDays tenDays(int mostRows) {
        FakeDays service = new FakeDays(2, mostRows);
        IntStream.range(0, 30).forEach(i -> service.row(i, DAY.plusDays(i / 3)));
        return service;
    }

    private static List<Integer> thirty() {
        return IntStream.range(0, 30).boxed().toList();
    }

    @Test
    void asksForAListThatFitsAsAWhole() {
        FakeDays service = tenDays(31);
        assertThat(service.ids(TEN_DAYS)).containsExactlyElementsOf(thirty());
        assertThat(service.requests).hasSize(15).allMatch(request -> request.startsWith("2024-02-28..2024-03-08 "));
    }

    @Test
    void asksForShorterRangesOfAListThatIsTooLong() {
        FakeDays service = tenDays(16);
        assertThat(service.ids(TEN_DAYS)).containsExactlyElementsOf(thirty());
        assertThat(service.requests)
                .contains("2024-02-28..2024-03-08 1", "2024-02-28..2024-03-03 8")
                .doesNotContain("2024-02-28..2024-03-08 2");
    }

    @Test
    void anEndThatIsOpenStaysOpen() {
        FakeDays service = tenDays(16);
        assertThat(service.ids(ALL)).containsExactlyElementsOf(thirty());
        assertThat(service.requests.get(0)).isEqualTo(".. 1");
        assertThat(service.requests.get(service.requests.size() - 1)).matches("2024-03-0\\d\\.\\. \\d");
        service.requests.clear();
        assertThat(service.ids(TimeEntryQuery.builder().firstDay(DAY).build())).hasSize(30);
        assertThat(service.ids(TimeEntryQuery.builder().lastDay(DAY.plusDays(9)).build()))
                .hasSize(30);
    }

    @Test
    void aSingleDayThatIsTooLongThrowsAndNamesTheDay() {
        FakeDays service = new FakeDays(2, 5);
        IntStream.range(0, 5).forEach(i -> service.row(i, DAY));
        service.row(5, DAY.minusDays(3));
        List<Integer> read = new ArrayList<>();
        ListTooLongException failure = catchThrowableOfType(
                ListTooLongException.class,
                () -> service.ids(TimeEntryQuery.between(DAY.minusDays(9), DAY.plusDays(9)))
                        .forEach(read::add));
        assertThat(failure).hasMessageContaining("(help: list-too-long)");
        assertThat(failure.pageToken()).contains(PageToken.parse("2024-02-28..2024-02-28"));
        assertThat(read).containsExactly(5);
    }

    @Test
    void aTotalThatChangesStartsItsRangeAgainAndNoOther() {
        FakeDays service = tenDays(17);
        service.beforeAnswer = request -> {
            if (request == 12) {
                assertThat(service.requests.get(11)).startsWith("2024-03-04..");
                service.row(99, DAY.plusDays(9));
            }
        };
        assertThat(service.ids(TEN_DAYS)).containsExactlyInAnyOrderElementsOf(with(thirty(), 99));
        assertThat(service.requests.stream().filter(request -> request.equals("2024-02-28..2024-03-03 1")))
                .hasSize(1);
        assertThat(service.requests)
                .filteredOn("2024-03-04..2024-03-08 1"::equals)
                .hasSize(2);
    }

    @Test
    void aRangeThatGrowsTooLongWhileItIsReadIsShortened() {
        FakeDays service = tenDays(16);
        service.beforeAnswer = request -> {
            if (request == 5) {
                assertThat(service.requests.get(4)).isEqualTo("2024-02-28..2024-03-03 4");
                service.row(99, DAY.plusDays(4));
            }
        };
        assertThat(service.ids(TEN_DAYS)).containsExactlyInAnyOrderElementsOf(with(thirty(), 99));
    }

    @Test
    void anEntryThatMovesToALaterRangeIsHandedOutOnce() {
        FakeDays service = tenDays(16);
        service.beforeAnswer = request -> {
            if (request == 10) {
                service.rows.replaceAll(row -> FakeDays.id(row) == 0 ? FakeDays.entry(0, DAY.plusDays(8)) : row);
            }
        };
        assertThat(service.ids(TEN_DAYS)).containsExactlyElementsOf(thirty());
    }

    @Test
    void goesOnFromThePageThatFailedInItsRange() {
        FakeDays service = tenDays(16);
        service.beforeAnswer = request -> {
            if (request == 12) {
                throw new ServerException(Failure.builder("GET failed.").build());
            }
        };
        List<Integer> read = new ArrayList<>();
        ServerException failure = catchThrowableOfType(
                ServerException.class, () -> service.ids(TEN_DAYS).forEach(read::add));
        PageToken token = PageToken.parse(failure.pageToken().orElseThrow().toString());
        assertThat(token).hasToString("2024-03-04..2024-03-08:3");
        service.beforeAnswer = request -> {};
        service.ids(TEN_DAYS).startingAt(token).forEach(read::add);
        assertThat(read).containsExactlyElementsOf(thirty());
    }

    @Test
    void everyPageLeadsToTheRest() {
        FakeDays service = tenDays(8);
        List<Page<Integer>> pages = new ArrayList<>();
        service.ids(TEN_DAYS).pages().forEach(pages::add);
        assertThat(pages.stream().flatMap(page -> page.items().stream())).containsExactlyElementsOf(thirty());
        int read = 0;
        for (Page<Integer> page : pages) {
            read += page.items().size();
            Optional<PageToken> next = page.next();
            assertThat(page.total()).isEmpty();
            if (next.isPresent()) {
                assertThat(service.ids(TEN_DAYS).startingAt(next.get()))
                        .containsExactlyElementsOf(thirty().subList(read, 30));
            }
        }
        assertThat(pages.get(pages.size() - 1).next()).isEmpty();
    }

    @Test
    void pagesOfRangesThatComeInOneAnswerAreAllOfThem() {
        FakeDays service = new FakeDays(2, 100_000);
        service.inOneAnswer = true;
        service.daysAtFirst = 5;
        IntStream.range(0, 3_000).forEach(i -> service.row(i, DAY.plusDays(i / 300)));
        List<Page<Integer>> pages = new ArrayList<>();
        service.ids(TEN_DAYS).pages().forEach(pages::add);

        assertThat(pages.stream().flatMap(page -> page.items().stream()))
                .containsExactlyElementsOf(IntStream.range(0, 3_000).boxed().toList());
        assertThat(pages.get(pages.size() - 1).next()).isEmpty();
        int read = 0;
        for (Page<Integer> page : pages.subList(0, pages.size() - 1)) {
            read += page.items().size();
            // Such a range is entered at its beginning: rows come again, and none is left out.
            assertThat(service.ids(TEN_DAYS).startingAt(page.next().orElseThrow()))
                    .containsAll(IntStream.range(read, 3_000).boxed().toList());
        }
    }

    @Test
    void aPageIsHandedOutThoughItsRangeTurnsOutTooLong() {
        FakeDays service = new FakeDays(2, 10);
        IntStream.range(0, 16).forEach(i -> service.row(i, DAY.plusDays(i / 4)));
        service.beforeAnswer = request -> {
            if (request == 5) {
                // The range's last page becomes 7 and, for the second time, 0: the range is read again.
                assertThat(service.requests.get(4)).isEqualTo("2024-02-28..2024-02-29 4");
                TimeEntry again = service.rows.remove(0);
                service.rows.add(0, service.rows.remove(5));
                service.rows.add(7, again);
            }
            if (request == 6) {
                assertThat(service.requests.get(5)).isEqualTo("2024-02-28..2024-02-29 1");
                service.row(98, DAY).row(99, DAY);
            }
        };
        List<Integer> read = new ArrayList<>();
        service.ids(TimeEntryQuery.between(DAY, DAY.plusDays(3))).pages().forEach(page -> read.addAll(page.items()));
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        service.rows.stream().map(FakeDays::id).toList());
    }

    @Test
    void thePrefetchGivenLastCounts() throws InterruptedException {
        FakeDays service = tenDays(31);
        CountDownLatch four = new CountDownLatch(4);
        service.beforeAnswer = request -> four.countDown();
        try (CloseableIterator<Integer> walk =
                service.ids(TEN_DAYS).prefetch(1).prefetch(3).iterator()) {
            walk.next();
            assertThat(four.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aTokenOfAnyYearLeadsToTheRest() {
        FakeDays service = tenDays(16);
        service.daysAtFirst = 10;
        Pager<Integer> forEver = service.ids(TimeEntryQuery.between(LocalDate.MIN, LocalDate.MAX));
        int read = 0;
        for (Page<Integer> page : forEver.pages()) {
            read += page.items().size();
            if (page.next().isPresent()) {
                PageToken token = PageToken.parse(page.next().get().toString());
                assertThat(forEver.startingAt(token)).containsExactlyElementsOf(thirty().subList(read, 30));
            }
        }
        assertThat(read).isEqualTo(30);
    }

    @Test
    void refusesATokenOfDaysThatAreNotItsOwn() {
        FakeDays service = tenDays(16);
        for (String token :
                List.of("2024-02-27..2024-03-03", "..2024-03-03", "2024-03-01..2024-02-29", "2024-13-01..")) {
            assertThatThrownBy(() -> service.ids(TEN_DAYS)
                            .startingAt(PageToken.parse(token))
                            .forEach(id -> {}))
                    .as(token)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void doesNotPassForEndedAfterItWasClosed() {
        CloseableIterator<Integer> walk = tenDays(16).ids(TEN_DAYS).iterator();
        walk.next();
        walk.close();
        assertThatThrownBy(walk::hasNext).isInstanceOf(IllegalStateException.class);
    }

    /** Against a model: whatever the days hold and however they are asked for, every row once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRowOnceWhateverTheDaysHold(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 40; run++) {
            FakeDays service = new FakeDays(1 + random.nextInt(4), 4 + random.nextInt(30));
            service.rowsAimedAt = 1 + random.nextInt(service.mostRows);
            service.daysAtFirst = random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(40);
            int days = 1 + random.nextInt(700);
            int id = 0;
            for (LocalDate day = DAY; day.isBefore(DAY.plusDays(days)); day = day.plusDays(1 + random.nextInt(30))) {
                for (int i = random.nextInt(service.mostRows); i > 0; i--) {
                    service.row(id++, day);
                }
            }
            LocalDate first = DAY.plusDays(random.nextInt(days));
            TimeEntryQuery.Builder query = TimeEntryQuery.builder();
            if (random.nextBoolean()) {
                query.firstDay(first);
            }
            if (random.nextBoolean()) {
                query.lastDay(first.plusDays(random.nextInt(days)));
            }
            TimeEntryQuery asked = query.build();
            List<Integer> wanted = service.rows.stream()
                    .filter(asked::matches)
                    .map(FakeDays::id)
                    .toList();
            Pager<Integer> pager = service.ids(asked);
            List<Integer> read = new ArrayList<>();
            (random.nextBoolean() ? pager : pager.prefetch(1 + random.nextInt(8))).forEach(read::add);
            assertThat(read).as("seed %s run %s", seed, run).isEqualTo(wanted);
            assertThat(new HashSet<>(read)).hasSameSizeAs(read);
        }
    }

    private static List<Integer> with(List<Integer> numbers, int another) {
        List<Integer> all = new ArrayList<>(numbers);
        all.add(another);
        return all;
    }
}
