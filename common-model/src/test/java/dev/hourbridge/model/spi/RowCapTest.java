package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists that do not announce how long they are, and a cap on their rows. */
class RowCapTest {
    private static final TimeEntryQuery TEN_DAYS = TimeEntryQuery.between(FakeDays.DAY, FakeDays.DAY.plusDays(9));

    private static FakeList list(int rows, long maxRows) {
        FakeList list = new FakeList(rows, 2);
        list.announcesTotal = false;
        list.maxRows = maxRows;
        return list;
    }

    private static FakeDays days(long maxRows) {
        FakeDays days = new FakeDays(100, 1000);
        days.inOneAnswer = true;
        days.daysAtFirst = 2;
        days.rowsAimedAt = 2;
        days.maxRows = maxRows;
        for (int i = 0; i < 10; i++) {
            days.row(i, FakeDays.DAY.plusDays(i));
        }
        return days;
    }

    @Test
    void anEndlessListEndsAtTheCapWithTheNameOfTheOption() {
        List<String> read = new ArrayList<>();
        FakeList list = list(1000, 5);

        assertThatThrownBy(() -> Pagers.paged(list).forEach(read::add))
                .isInstanceOf(ListTooLongException.class)
                .hasMessageContaining("more than 5 rows")
                .hasMessageContaining("maxListRows");

        assertThat(read).containsExactly("r1", "r2", "r3", "r4");
        assertThat(list.requests).hasSize(3);
    }

    @Test
    void aListOfAsManyRowsAsTheCapIsReadWhole() {
        assertThat(Pagers.paged(list(6, 6))).hasSize(6);
    }

    @Test
    void aListThatAnnouncesItsTotalIsNotCapped() {
        FakeList list = list(6, 5);
        list.announcesTotal = true;

        assertThat(Pagers.paged(list)).hasSize(6);
    }

    @Test
    void rangesOfDaysAreCappedTogetherAndNotAskedForAnew() {
        FakeDays days = days(7);
        List<Integer> read = new ArrayList<>();

        assertThatThrownBy(() -> days.ids(TEN_DAYS).forEach(read::add))
                .isInstanceOf(ListTooLongException.class)
                .hasMessageContaining("more than 7 rows");

        assertThat(read).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(days.requests).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void rangesOfDaysOfAsManyRowsAsTheCapAreReadWhole() {
        assertThat(days(10).ids(TEN_DAYS)).hasSize(10);
    }
}
