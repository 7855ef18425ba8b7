package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.peers.PeerKind;
import dev.hourbridge.benchmarks.peers.Peers;
import dev.hourbridge.benchmarks.peers.Peers.Measured;
import dev.hourbridge.benchmarks.services.GeneratedServices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares this library's clients with what an application would write without them. */
final class PeersSection implements Section {
    private static final int LISTS = 8;
    private static final int ROUNDS = 3;

    /** For each service: 98 pages of 500 rows, and 400 pages of 50 rows. */
    private static final Map<String, Integer> ROWS = new TreeMap<>(Map.of("Teamwork", 49_000, "LiveTimer", 20_000));

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public List<String> columns() {
        return Stream.of(PeerKind.values()).map(PeerKind::label).toList();
    }

    @Override
    public List<Row> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Integer> list : ROWS.entrySet()) {
            try (GeneratedServices services = GeneratedServices.startRetaining(list.getValue())) {
                Peers peers = new Peers(list.getKey(), services.url(), LISTS);
                rows.addAll(new Results(peers, list.getValue()).rows());
            }
        }
        return rows;
    }

    /** The results from the JVMs for one service. */
    private static final class Results {
        private final Peers peers;
        private final String list;
        private final Map<PeerKind, List<Measured>> runs = new EnumMap<>(PeerKind.class);

        Results(Peers peers, int rows) throws IOException, InterruptedException {
            this.peers = peers;
            list = "%,d rows of %s: ".formatted(rows, peers.service());
            // In turn, so that any other load on the machine affects all clients alike. The first round warms up the
            // service.
            for (int round = 0; round <= ROUNDS; round++) {
                for (PeerKind kind : PeerKind.values()) {
                    Measured measured = peers.run(kind);
                    if (round > 0) {
                        runs.computeIfAbsent(kind, key -> new ArrayList<>()).add(measured);
                    }
                }
            }
        }

        List<Row> rows() {
            return List.of(
                    compared(
                            list + "first list of a JVM", Measured::first, Results::milliseconds, Row.Goal.atMost(1.1)),
                    compared(list + "each later list", Measured::steady, Results::milliseconds, Row.Goal.atMost(1.15)),
                    compared(
                            list + "processor time of a JVM with " + LISTS + " lists",
                            Measured::cpu,
                            "%.2f s"::formatted,
                            Row.Goal.atMost(1.15)),
                    compared(list + "allocated a row", Measured::allocated, Results::bytes, null),
                    compared(
                            list + "retained a row", Measured::retained, Results::bytes, Row.Goal.atMost(700, "bytes")),
                    classPath(list + "class path at run time"));
        }

        private Row compared(
                String what, ToDoubleFunction<Measured> value, DoubleFunction<String> text, Row.@Nullable Goal goal) {
            double ours = median(PeerKind.HOURBRIDGE, value);
            double ratio = ours / median(PeerKind.RETROFIT, value);
            List<String> cells = Stream.of(PeerKind.values())
                    .map(kind -> text.apply(median(kind, value)))
                    .toList();
            return new Row(what, cells, ratio, goal, goal == null || goal.unit().isEmpty() ? ratio : ours);
        }

        private double median(PeerKind kind, ToDoubleFunction<Measured> value) {
            return Median.of(runs.getOrDefault(kind, List.of()).stream()
                    .mapToDouble(value)
                    .toArray());
        }

        private Row classPath(String what) {
            List<String> cells = Stream.of(PeerKind.values())
                    .map(kind -> {
                        List<Path> jars = peers.jars(kind).toList();
                        double bytes = jars.stream()
                                .mapToLong(jar -> jar.toFile().length())
                                .sum();
                        return "%d jars, %.1f MB".formatted(jars.size(), bytes / 1e6);
                    })
                    .toList();
            return new Row(what, cells, null, null, 0);
        }

        private static String milliseconds(double seconds) {
            return "%.0f ms".formatted(seconds * 1e3);
        }

        private static String bytes(double bytes) {
            return "%,.0f bytes".formatted(bytes);
        }
    }
}
