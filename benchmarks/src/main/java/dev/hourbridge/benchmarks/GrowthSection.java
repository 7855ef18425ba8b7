package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.growth.GrowingMove;
import dev.hourbridge.benchmarks.growth.Jvm;
import dev.hourbridge.benchmarks.growth.LongArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures a migration and an archive with few and with many entries. */
final class GrowthSection implements Section {
    private static final List<String> STEPS = List.of("plan", "apply", "verify", "cutover");
    private static final int FEW = 10_000;
    private static final int MORE = 100_000;
    private static final int MANY = Integer.getInteger("hourbridge.growth", 1_000_000);
    private static final int WARM_UP = 100_000;
    private static final int TENTHS = 10;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>(moves());
        rows.addAll(archive("hours.jsonl"));
        rows.addAll(archive("hours.jsonl.gz"));
        return rows;
    }

    private static List<Row> moves() throws Exception {
        List<Double> few = move(FEW);
        List<Double> more = move(MORE);
        List<Double> many = move(MANY);
        List<Row> rows = new ArrayList<>();
        for (int step = 0; step < STEPS.size(); step++) {
            double last = microseconds(many.get(step), MANY);
            double first = microseconds(few.get(step), FEW);
            rows.add(Row.of(
                    STEPS.get(step) + " of %,d entries, in `-Xmx512m`".formatted(MANY),
                    "%.0f s, %.0f µs an entry".formatted(many.get(step), last),
                    "%,d: %.0f µs an entry; %,d: %.0f µs"
                            .formatted(FEW, first, MORE, microseconds(more.get(step), MORE)),
                    last / first,
                    Row.Goal.atMost(1.3)));
        }
        int bytes = STEPS.size();
        rows.add(Row.fact(
                "ledger of %,d entries".formatted(MANY),
                "%,.0f bytes an entry".formatted(many.get(bytes) / MANY),
                "%,d: %,.0f bytes an entry".formatted(FEW, few.get(bytes) / FEW)));
        return rows;
    }

    private static double microseconds(double seconds, int entries) {
        return seconds * 1e6 / entries;
    }

    private static List<Double> move(int entries) throws Exception {
        return inDirectory(
                directory -> Jvm.run("512m", GrowingMove.class, directory.toString(), Integer.toString(entries)));
    }

    private static List<Row> archive(String name) throws Exception {
        List<Double> tenths = inDirectory(directory -> Jvm.run(
                "64m",
                LongArchive.class,
                directory.resolve(name).toString(),
                Integer.toString(MANY),
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
                "archive `%s` of %,d entries, %s in `-Xmx64m`".formatted(name, MANY, done),
                "%.0f s; last tenth %.2f s".formatted(seconds, last / 1e3),
                "first tenth after warm-up: %.2f s".formatted(first / 1e3),
                last / first,
                Row.Goal.atMost(1.15));
    }

    private interface Measurement {
        List<Double> in(Path directory) throws IOException, InterruptedException;
    }

    private static List<Double> inDirectory(Measurement measurement) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("hourbridge-growth");
        try {
            List<Double> numbers = measurement.in(directory);
            System.err.println(directory.getFileName() + String.format(Locale.ROOT, ": %s", numbers));
            return numbers;
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
