package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcatenatedIteratorTest {
    private static Pager<String> list(String... rows) {
        return Pager.ofStream(() -> {
            Iterator<String> iterator = List.of(rows).iterator();
            return new CloseableIterator<String>() {
                @Override
                public boolean hasNext() {
                    return iterator.hasNext();
                }

                @Override
                public String next() {
                    return iterator.next();
                }

                @Override
                public void close() {}
            };
        });
    }

    @Test
    void returnsEachRowOnce() {
        List<String> rows = new ArrayList<>();
        new ConcatenatedIterator<>(List.of(list("a", "b"), list(), list("b", "c")), row -> row)
                .forEachRemaining(rows::add);

        assertThat(rows).containsExactly("a", "b", "c");
    }

    @Test
    void throwsAfterItWasClosedBeforeItsEnd() {
        ConcatenatedIterator<String> rows = new ConcatenatedIterator<>(List.of(list("a"), list("b")), row -> row);
        rows.next();
        rows.close();

        assertThatThrownBy(rows::hasNext).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(rows::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesAfterItsEndWithoutEffect() {
        ConcatenatedIterator<String> rows = new ConcatenatedIterator<>(List.of(list("a")), row -> row);
        rows.forEachRemaining(row -> {});
        rows.close();

        assertThat(rows.hasNext()).isFalse();
    }
}
