package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.moving.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the steps of a migration against the minimum number of requests that each step needs. */
final class MigrateSection implements Section {
    private static final int LIMIT_PER_MINUTE = 150;
    private static final List<Duration> LATENCIES = List.of(Duration.ofMillis(20), Duration.ofMillis(80));

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public List<Row> run() throws Exception {
        return Directories.measure(MigrateSection::measure);
    }

    private static List<Row> measure(Path directory) throws Exception {
        Steps.measure(directory.resolve("warm-up"), Duration.ZERO);
        List<Row> rows = new ArrayList<>();
        List<Steps.Step> steps = List.of();
        for (Duration latency : LATENCIES) {
            steps = Steps.measure(directory.resolve("ledger-" + latency.toMillis()), latency);
            steps.forEach(step -> rows.add(timed(step, latency)));
        }
        steps.forEach(step -> rows.add(limited(step)));
        return rows;
    }

    private static Row timed(Steps.Step step, Duration latency) {
        return Row.of(
                "`%s` of %,d entries, 8 people and 12 projects, at %d ms"
                        .formatted(step.name(), Steps.ENTRIES, latency.toMillis()),
                "%.2f s".formatted(step.seconds()),
                "its requests at the same number in flight: %.2f s".formatted(step.neededSeconds()),
                step.seconds() / step.neededSeconds(),
                Row.Goal.atMost(1.25));
    }

    /** Under a limit, the number of requests determines the time. */
    private static Row limited(Steps.Step step) {
        return Row.of(
                "the same `%s` under %d requests a minute, computed".formatted(step.name(), LIMIT_PER_MINUTE),
                "%,d requests, %.1f min".formatted(step.requests(), (double) step.requests() / LIMIT_PER_MINUTE),
                "%,d requests".formatted(step.neededRequests()),
                (double) step.requests() / step.neededRequests(),
                Row.Goal.atMost(1.05));
    }
}
