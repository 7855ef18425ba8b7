package dev.hourbridge.migration;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the cases of a parameterised test whose assertions held, and records them once all have. */
public final class Tally {
    private static final Map<String, Long> HELD = new ConcurrentHashMap<>();

    private Tally() {}

    /**
     * A case held.
     *
     * @param cases how many cases of this name there are
     * @param count what counts in this case
     */
    public static void held(Area area, String name, String tried, String result, int cases, long count) {
        long done = HELD.merge(name, 1L, Long::sum);
        long sum = HELD.merge(name + "\n", count, Long::sum);
        if (done == cases) {
            Evidence.of(area, name).tried(tried).result(result).count(sum);
        }
    }
}
