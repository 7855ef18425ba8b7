package dev.hourbridge.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures how long the command takes to print its version. */
final class StartSection implements Section {
    private static final int RUNS = 15;

    private final Path home;

    StartSection(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = home.resolve("hourbridge").toAbsolutePath().toString();
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        millis(command, "--version");
        for (int i = 0; i < RUNS; i++) {
            bare[i] = millis(java, "-version");
            ours[i] = millis(command, "--version");
        }
        return List.of(Row.of(
                "`hourbridge --version`",
                "%.0f ms, median of %d".formatted(Median.of(ours), RUNS),
                "`java -version`: %.0f ms".formatted(Median.of(bare)),
                Median.of(ours) / Median.of(bare),
                Row.Goal.atMost(5)));
    }

    private static double millis(String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[command.length - 1] + " failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
