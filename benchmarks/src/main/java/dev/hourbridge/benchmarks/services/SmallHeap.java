package dev.hourbridge.benchmarks.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads a long list in a JVM with a small heap, while the services run in another JVM. */
public final class SmallHeap {
    private final String heap;
    private final int entries;
    private final int warmUp;

    /**
     * Creates an instance for lists of this size and this heap.
     *
     * @param heap the maximum heap size, such as {@code 64m}
     * @param warmUp the number of entries to read first
     */
    public SmallHeap(String heap, int entries, int warmUp) {
        this.heap = heap;
        this.entries = entries;
        this.warmUp = warmUp;
    }

    /**
     * Reads the list of the service with this name.
     *
     * @return the duration of each tenth of the list, in milliseconds
     * @throws IllegalStateException if it did not reach the end; the message has the output of the JVM
     */
    public List<Long> walk(String service) throws IOException, InterruptedException {
        Process services = java("512m", GeneratedServices.class, Integer.toString(entries));
        try {
            String url = reader(services).readLine();
            Process walk = java(heap, Walk.class, service, url, Integer.toString(entries), Integer.toString(warmUp));
            String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!walk.waitFor(1, TimeUnit.MINUTES) || walk.exitValue() != 0) {
                throw new IllegalStateException(service + " did not pass in " + heap + ": " + said);
            }
            return Arrays.stream(said.strip().split(" ")).map(Long::valueOf).toList();
        } finally {
            services.getOutputStream().close();
            services.destroy();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process java(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
