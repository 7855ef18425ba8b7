package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamedPagerTest {
    private int opened;
    private int closed;

    private Pager<Integer> numbers(int count) {
        return Pagers.streamed(() -> {
            opened++;
            Iterator<Integer> numbers = IntStream.range(0, count).iterator();
            return new CloseableIterator<Integer>() {
                @Override
                public boolean hasNext() {
                    return numbers.hasNext();
                }

                @Override
                public Integer next() {
                    return numbers.next();
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        });
    }

    @Test
    void makesTheRequestAtTheFirstElement() {
        CloseableIterator<Integer> walk = numbers(3).iterator();
        assertThat(opened).isZero();
        assertThat(walk.next()).isZero();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void closesTheAnswerWhenTheStreamIsClosedEarly() {
        try (Stream<Integer> stream = numbers(1000).filter(i -> i % 2 == 1).map(i -> i * 10).stream()) {
            assertThat(stream.limit(2)).containsExactly(10, 30);
        }
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void doesNotPassForEndedAfterItWasClosed() {
        CloseableIterator<Integer> walk = numbers(3).iterator();
        walk.next();
        walk.close();
        assertThatThrownBy(walk::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed before its end");
    }

    @Test
    void staysEndedWhenItIsClosedAfterItsEnd() {
        CloseableIterator<Integer> walk = numbers(1).iterator();
        walk.next();
        assertThat(walk.hasNext()).isFalse();
        walk.close();
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void isCutIntoPages() {
        assertThat(numbers(1001).pages())
                .extracting(page -> page.items().size())
                .containsExactly(500, 500, 1);
    }

    @Test
    void cannotBeEnteredMidway() {
        assertThatThrownBy(() -> numbers(3).startingAt(PageToken.parse("page=2")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("page token");
    }

    @Test
    void takesPrefetchAndStaysAsItIs() {
        assertThat(numbers(3).prefetch(8)).containsExactly(0, 1, 2);
        assertThat(opened).isEqualTo(1);
    }
}
