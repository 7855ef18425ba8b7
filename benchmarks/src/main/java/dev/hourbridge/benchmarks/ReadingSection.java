package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.reading.ReadingBenchmark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the conversion of bytes to entries. */
final class ReadingSection implements Section {
    private static final int ENTRIES = 500;

    @Override
    public String name() {
        return "reading";
    }

    private record Score(double operations, double bytes) {
        String text() {
            return "%,.0f entries/s, %,.0f bytes each".formatted(operations * ENTRIES, bytes / ENTRIES);
        }
    }

    @Override
    public List<Row> run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(ReadingBenchmark.class.getSimpleName())
                .forks(2)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx1g")
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Score> scores = new HashMap<>();
        for (RunResult result : new Runner(options).run()) {
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            scores.put(
                    result.getPrimaryResult().getLabel(),
                    new Score(
                            result.getPrimaryResult().getScore(),
                            Objects.requireNonNull(allocated).getScore()));
        }
        return List.of(
                throughput(
                        scores,
                        "Teamwork page of 500, unknown fields retained",
                        "teamwork",
                        "Streaming",
                        "Jackson streaming by hand",
                        0.5),
                throughput(scores, "the same", "teamwork", "Databind", "Jackson databind into records, mapped", 0.9),
                allocation(scores, "the same, bytes allocated", "teamwork", "Databind", 1.3),
                throughput(scores, "LiveTimer XML, 500 entries", "liveTimer", "Woodstox", "Woodstox loop by hand", 0.5),
                throughput(scores, "Codebase XML, 500 sessions", "codebase", "Woodstox", "Woodstox loop by hand", 0.5));
    }

    private static Score score(Map<String, Score> scores, String name) {
        Score score = scores.get(name);
        if (score == null) {
            throw new IllegalStateException(name + " was not measured");
        }
        return score;
    }

    private static Row throughput(
            Map<String, Score> scores, String what, String service, String baseline, String words, double goal) {
        Score ours = score(scores, service + "Client");
        Score other = score(scores, service + baseline);
        return Row.of(
                "bytes → `TimeEntry`: " + what,
                ours.text(),
                words + ": " + other.text(),
                ours.operations() / other.operations(),
                Row.Goal.atLeast(goal));
    }

    private static Row allocation(
            Map<String, Score> scores, String what, String service, String baseline, double goal) {
        Score ours = score(scores, service + "Client");
        Score other = score(scores, service + baseline);
        return Row.of(
                "bytes → `TimeEntry`: " + what,
                "%,.0f bytes an entry".formatted(ours.bytes() / ENTRIES),
                "%,.0f bytes an entry".formatted(other.bytes() / ENTRIES),
                ours.bytes() / other.bytes(),
                Row.Goal.atMost(goal));
    }
}
