package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ConcatenatedPagerTest {
    private final List<String> opened = new ArrayList<>();

    private Pager<String> list(String... rows) {
        Supplier<CloseableIterator<String>> open = () -> {
            opened.add(String.join("", rows));
            return Pager.of(List.of(rows)).iterator();
        };
        return Pagers.streamed(open);
    }

    @Test
    void returnsTheListsInTurn() {
        assertThat(Pagers.concatenated(List.of(list("a", "b"), list(), list("b", "c"))))
                .containsExactly("a", "b", "b", "c");
    }

    @Test
    void returnsEachRowOnceEachTimeThatItIsRead() {
        Pager<String> rows = Pagers.concatenated(List.of(list("a", "b"), list(), list("b", "c")), row -> row);

        assertThat(rows).containsExactly("a", "b", "c");
        assertThat(rows).containsExactly("a", "b", "c");
    }

    @Test
    void requestsAListWhenTheOneBeforeIsAtItsEnd() {
        CloseableIterator<String> rows =
                Pagers.concatenated(List.of(list("a"), list("b"))).iterator();
        assertThat(opened).isEmpty();
        rows.next();
        assertThat(opened).containsExactly("a");
        rows.next();
        assertThat(opened).containsExactly("a", "b");
    }

    @Test
    void throwsAfterItWasClosedBeforeItsEnd() {
        CloseableIterator<String> rows =
                Pagers.concatenated(List.of(list("a"), list("b"))).iterator();
        rows.next();
        rows.close();

        assertThatThrownBy(rows::hasNext).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
        assertThat(opened).containsExactly("a");
    }

    @Test
    void staysEndedWhenItIsClosedAfterItsEnd() {
        CloseableIterator<String> rows =
                Pagers.concatenated(List.of(list("a")), row -> row).iterator();
        rows.forEachRemaining(row -> {});
        rows.close();

        assertThat(rows.hasNext()).isFalse();
    }
}
