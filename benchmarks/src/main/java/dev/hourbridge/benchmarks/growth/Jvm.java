package dev.hourbridge.benchmarks.growth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of this package in a JVM with a given heap. */
public final class Jvm {
    private Jvm() {}

    /**
     * Runs the program and waits for its end.
     *
     * @param heap the maximum heap size, such as {@code 512m}
     * @return the numbers that the program printed
     * @throws IllegalStateException if the program failed; the message has its output
     */
    public static List<Double> run(String heap, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " failed in " + heap + ": " + output);
        }
        return Stream.of(output.strip().split(" ")).map(Double::valueOf).toList();
    }
}
