package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.services.SmallHeap;
import java.util.ArrayList;
import java.util.List;

/** Lists a million entries in a heap of 64 MB. */
final class MillionSection implements Section {
    private static final int ENTRIES = 1_000_000;
    private static final int WARM_UP = 200_000;

    @Override
    public String name() {
        return "million";
    }

    @Override
    public List<Row> run() throws Exception {
        SmallHeap heap = new SmallHeap("64m", ENTRIES, WARM_UP);
        List<Row> rows = new ArrayList<>();
        for (String service : List.of("Teamwork", "TeamPulse", "LiveTimer", "Codebase")) {
            List<Long> tenths = heap.walk(service);
            long first = tenths.get(0);
            long last = tenths.get(tenths.size() - 1);
            double seconds = tenths.stream().mapToLong(Long::longValue).sum() / 1e3;
            String way = service.equals("Codebase") ? "in one response" : "paged";
            rows.add(Row.of(
                    "1,000,000 entries of " + service + ", " + way + ", in `-Xmx64m`",
                    "passed in %.0f s; last tenth %.2f s".formatted(seconds, last / 1e3),
                    "first tenth after warm-up: %.2f s".formatted(first / 1e3),
                    (double) last / first,
                    Row.Goal.atMost(1.15)));
        }
        return rows;
    }
}
