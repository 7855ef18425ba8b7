package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Page tokens are of one list only. */
class TokenScopeTest {
    private static final TimeEntryQuery TEN_DAYS = TimeEntryQuery.between(FakeDays.DAY, FakeDays.DAY.plusDays(9));
    private static final String SECRET = "person 4711";

    private static PageToken second(Pager<?> pager) {
        Page<?> first = pager.pages().iterator().next();
        return PageToken.parse(first.next().orElseThrow().toString());
    }

    private static Pager<Integer> days(int daysAtFirst) {
        FakeDays days = new FakeDays(2, 1000);
        days.daysAtFirst = daysAtFirst;
        days.rowsAimedAt = 3;
        for (int i = 0; i < 10; i++) {
            days.row(i, FakeDays.DAY.plusDays(i));
        }
        return days.ids(TEN_DAYS);
    }

    /** In pages, in ranges of days, and in pages of one range. */
    private static List<Pager<?>> lists() {
        return List.of(Pagers.paged(new FakeList(10, 2)), days(3), days(Integer.MAX_VALUE));
    }

    @Test
    void aTokenLeadsOnInItsOwnList() {
        for (Pager<?> list : lists()) {
            Pager<?> bound = Pagers.scoped(list, "fake:here " + SECRET);
            List<?> all = bound.stream().toList();

            assertThat(bound.startingAt(second(bound)).stream().toList()).isEqualTo(all.subList(2, all.size()));
            assertThat(second(bound.filter(item -> true).map(item -> item).prefetch(2)))
                    .isEqualTo(second(bound));
        }
    }

    @Test
    void aTokenOfAnotherListIsRejectedBeforeARequest() {
        for (Pager<?> list : lists()) {
            PageToken foreign = second(Pagers.scoped(list, "fake:there " + SECRET));
            Pager<?> bound = Pagers.scoped(list, "fake:here " + SECRET);
            String mark = second(bound).toString().replaceFirst("~.*", "~");

            for (PageToken token : List.of(
                    foreign, second(list), PageToken.parse("2"), PageToken.parse(mark), PageToken.parse("~" + mark))) {
                assertThatThrownBy(() -> bound.startingAt(token))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("of another account or query");
            }
        }
    }

    @Test
    void aTokenShowsNothingOfItsList() {
        for (Pager<?> list : lists()) {
            assertThat(second(Pagers.scoped(list, "fake:here " + SECRET)).toString())
                    .doesNotContain("fake", "4711");
        }
    }

    @Test
    void theTokenOfAFailureIsOneOfTheList() {
        FakeList list = new FakeList(10, 2);
        list.beforeAnswer = request -> {
            if (request == 3) {
                throw new ServerException(Failure.builder("It fails.").build());
            }
        };
        Pager<String> bound = Pagers.scoped(Pagers.paged(list), "fake:here");

        assertThatThrownBy(() -> bound.forEach(row -> {}))
                .isInstanceOfSatisfying(
                        ServerException.class,
                        e -> assertThat(bound.startingAt(e.pageToken().orElseThrow()))
                                .startsWith("r5"));
    }
}
