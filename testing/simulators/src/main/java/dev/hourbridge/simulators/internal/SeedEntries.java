package dev.hourbridge.simulators.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Generates entries. Some are duplicates, because a migration must move both of two equal entries. */
public final class SeedEntries {
    private static final int ONE_IN = 20;

    private SeedEntries() {}

    /**
     * Returns entries, of which about one in twenty repeats an earlier one.
     *
     * @param special the number of entries of special kinds at the start, of which only the last one is a duplicate
     * @param entry creates the entry at a position, starting at 0
     */
    public static <E> List<E> of(Random random, int count, int special, IntFunction<E> entry) {
        List<E> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean duplicate = i > 0 && (i == special - 1 || (i >= special && random.nextInt(ONE_IN) == 0));
            entries.add(duplicate ? entries.get(random.nextInt(i)) : entry.apply(i));
        }
        return entries;
    }
}
