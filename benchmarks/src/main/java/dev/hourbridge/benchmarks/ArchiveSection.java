package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.growth.Jvm;
import dev.hourbridge.benchmarks.growth.LongArchive;
import java.util.ArrayList;
import java.util.List;

/** An archive of many entries, written and read with a small heap. */
final class ArchiveSection implements Section {
    private static final int ENTRIES = Integer.getInteger("hourbridge.growth", 1_000_000);
    private static final int WARM_UP = 100_000;
    private static final int TENTHS = 10;

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>(archive("hours.jsonl"));
        rows.addAll(archive("hours.jsonl.gz"));
        return rows;
    }

    private static List<Row> archive(String name) throws Exception {
        List<Double> tenths = Directories.measure(directory -> Jvm.run(
                "64m",
                LongArchive.class,
                directory.resolve(name).toString(),
                Integer.toString(ENTRIES),
                Integer.toString(WARM_UP)));
        return List.of(
                tenths("written", name, tenths.subList(0, TENTHS)),
                tenths("read", name, tenths.subList(TENTHS, 2 * TENTHS)));
    }

    private static Row tenths(String done, String name, List<Double> tenths) {
        double first = tenths.get(0);
        double last = tenths.get(TENTHS - 1);
        double seconds = tenths.stream().mapToDouble(Double::doubleValue).sum() / 1e3;
        return Row.of(
                "archive `%s` of %,d entries, %s in `-Xmx64m`".formatted(name, ENTRIES, done),
                "%.0f s; last tenth %.2f s".formatted(seconds, last / 1e3),
                "first tenth after warm-up: %.2f s".formatted(first / 1e3),
                last / first,
                Row.Goal.atMost(1.15));
    }
}
