package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.growth.GrowingMove;
import dev.hourbridge.benchmarks.growth.Jvm;
import java.util.ArrayList;
import java.util.List;

/** A migration with few and with many entries. */
final class GrowthSection implements Section {
    private static final List<String> STEPS = List.of("plan", "apply", "verify", "cutover");
    private static final int FEW = 10_000;
    private static final int MORE = 100_000;
    private static final int MANY = Integer.getInteger("hourbridge.growth", 1_000_000);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Row> run() throws Exception {
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
        return Directories.measure(
                directory -> Jvm.run("512m", GrowingMove.class, directory.toString(), Integer.toString(entries)));
    }
}
