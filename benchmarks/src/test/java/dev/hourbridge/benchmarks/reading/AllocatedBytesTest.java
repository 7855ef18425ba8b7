package dev.hourbridge.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Counts the bytes that reading a page allocates, regardless of compiler optimizations. */
class AllocatedBytesTest {
    private static final int ROWS = 500;
    private static final int MAX_BYTES = 11_560;

    /** Allocates no object. Returns the bytes of all live threads, including those of the client. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    @Test
    void anEntryOfTeamworkAllocatesAtMostFourFifthsOfTheFirstVersion() {
        try (Canned teamwork = Canned.teamwork(Bodies.teamwork(0, ROWS, true))) {
            assertThat(teamwork.read()).hasSize(ROWS); // Loads classes and starts the threads.
            long[] each = new long[5];
            for (int i = 0; i < each.length; i++) {
                long before = allocated();
                teamwork.read();
                each[i] = (allocated() - before) / ROWS;
            }
            Arrays.sort(each);
            assertThat(each[2]).isBetween(1_000L, (long) MAX_BYTES);
        }
    }
}
