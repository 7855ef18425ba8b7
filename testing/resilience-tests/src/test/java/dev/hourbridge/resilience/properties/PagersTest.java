package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Walks over services that give pages as they like: the exact list, or an exception. */
final class PagersTest {
    private static final long SEED = 8_128;
    private static final int WALKS = Boolean.getBoolean("hourbridge.full") ? 200_000 : 800;

    @Test
    void aWalkGivesTheExactListOrThrows() {
        int exact = 0;
        int thrown = 0;
        for (int i = 0; i < WALKS; i++) {
            long seed = SEED + i;
            List<String> rows = IntStream.range(0, new Random(seed).nextInt(40))
                    .mapToObj(Integer::toString)
                    .toList();
            for (int ahead : new int[] {0, 3}) {
                Pager<String> pager = Pagers.paged(new Moody(rows, seed));
                List<String> read = new ArrayList<>();
                try {
                    (ahead == 0 ? pager : pager.prefetch(ahead)).forEach(read::add);
                    assertThat(read).as("seed %s, %s ahead", seed, ahead).containsExactlyInAnyOrderElementsOf(rows);
                    exact++;
                } catch (ListChangedException e) {
                    assertThat(rows).as("seed %s, %s ahead", seed, ahead).containsAll(read);
                    assertThat(new HashSet<>(read))
                            .as("seed %s, %s ahead", seed, ahead)
                            .hasSameSizeAs(read);
                    thrown++;
                }
            }
        }
        assertThat(exact).isGreaterThan(WALKS / 4);
        assertThat(thrown).isGreaterThan(WALKS / 20);
        Evidence.of(Area.PROPERTIES, "Pagers against a model")
                .tried(
                        "pages of random sizes, short, empty, duplicated, shifted, with totals that change; read in turn and ahead; seeds from "
                                + SEED)
                .result("every row once, or an exception after rows that are of the list and once each")
                .count(2L * WALKS);
    }

    /**
     * A list that announces its total, and misbehaves by chance: by its seed and the number of the request, so
     * that a page asked for again may be another.
     */
    private static final class Moody implements PageSource<String> {
        private final List<String> rows;
        private final int pageSize;
        private final int mood;
        private final Random random;

        Moody(List<String> rows, long seed) {
            this.rows = rows;
            this.random = new Random(seed);
            this.pageSize = 1 + random.nextInt(12);
            this.mood = random.nextInt(3);
        }

        @Override
        public synchronized Page<String> fetch(@Nullable PageToken token) {
            int from = token == null ? 0 : Integer.parseInt(token.toString());
            int whim = mood == 0 ? 9 : random.nextInt(mood == 1 ? 24 : 8);
            int size = whim == 0 ? 1 + random.nextInt(pageSize) : pageSize;
            int start = whim == 1 ? Math.max(0, from - 1) : whim == 2 ? Math.min(rows.size(), from + 1) : from;
            int end = whim == 3 ? start : Math.min(rows.size(), start + size);
            long total = whim == 4 ? rows.size() + 1L : rows.size();
            List<String> items = start > end ? List.of() : rows.subList(start, end);
            PageToken next =
                    end < rows.size() && !(whim == 5 && end > 0) ? PageToken.parse(Integer.toString(end)) : null;
            return Page.of(items, next, total);
        }

        @Override
        public String key(String item) {
            return item;
        }

        @Override
        public Optional<PageToken> predictNext(@Nullable PageToken token, Page<String> read) {
            int from = token == null ? 0 : Integer.parseInt(token.toString());
            return from + pageSize < rows.size()
                    ? Optional.of(PageToken.parse(Integer.toString(from + pageSize)))
                    : Optional.empty();
        }
    }
}
