package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program of Kafka's distribution, or the hourbridge command, in a process of its own. */
final class Started implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a main class with Kafka's jars, and nothing else, on its class path. */
    static Started kafka(Path folder, Map<String, String> environment, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(Path.of("target/kafka.classpath")).strip(),
                main));
        command.addAll(List.of(arguments));
        return start(folder, environment, command);
    }

    static Started start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Started(builder.start(), output);
    }

    static Path file(Path folder, String name, Map<String, String> properties) throws IOException {
        Properties all = new Properties();
        all.putAll(properties);
        Path file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            all.store(out, null);
        }
        return file;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    void awaitEnd() throws Exception {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(output());
        }
    }

    /** Waits for a condition while the process runs. */
    void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(what + " did not happen: " + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
