package dev.hourbridge.model.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class KeySetTest {
    private static final int MANY = 200_000;

    /** What the numbers are multiplied by in most tables of this kind, and its inverse. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static long probes(LongUnaryOperator ids) {
        KeySet keys = new KeySet();
        for (int i = 0; i < MANY; i++) {
            assertThat(keys.add(Long.toString(ids.applyAsLong(i)))).isTrue();
        }
        return keys.probes();
    }

    private static long inverse(long odd) {
        long inverse = odd;
        for (int i = 0; i < 6; i++) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }

    /** Numbers whose product has the same bits where a table looks, whatever its size. */
    private static LongUnaryOperator collidingUnder(long multiplier) {
        long inverse = inverse(multiplier);
        long[] next = {0};
        return i -> {
            while (true) {
                long low = next[0]++;
                long number = inverse * ((low & 0xffffffffL) | ((low >>> 32) << 53));
                if (number >= 0 && number < 1_000_000_000_000_000_000L) {
                    return number;
                }
            }
        };
    }

    @Test
    void idsThatAServerChoosesToCollideAreFoundQuickly() {
        List<LongUnaryOperator> chosen = List.of(collidingUnder(GOLDEN), i -> i << 40);
        for (LongUnaryOperator ids : chosen) {
            assertThat(probes(ids)).isLessThan(4L * MANY);
        }
        Evidence.of(Area.BODIES, "Ids that are chosen to collide")
                .tried(
                        "lists of 200,000 ids whose hashes are equal under a common multiplier, or in their lower 40 bits")
                .result("fewer than four steps an id, as with ordinary ids")
                .count((long) chosen.size() * MANY);
    }

    @Test
    void ordinaryIdsAreFoundQuickly() {
        assertThat(probes(i -> 1_000_000 + i)).isLessThan(4L * MANY);
        assertThat(probes(i -> i * 1_000_003L)).isLessThan(4L * MANY);
    }

    @Test
    void holdsWhatASetHolds() {
        long seed = 20_260_401;
        Random random = new Random(seed);
        KeySet keys = new KeySet();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String number = Integer.toString(random.nextInt(10_000));
            String key = switch (random.nextInt(5)) {
                case 0 -> "0" + number;
                case 1 -> "p/" + number;
                case 2 -> "-" + number;
                default -> number;
            };
            assertThat(keys.contains(key)).as("%s, seed %s", key, seed).isEqualTo(expected.contains(key));
            assertThat(keys.add(key)).as("%s, seed %s", key, seed).isEqualTo(expected.add(key));
        }
        assertThat(keys.size()).isEqualTo(expected.size());
    }
}
