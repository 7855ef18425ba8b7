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

/** Walks a long list in a JVM with a small heap, while the services are in another. */
public final class SmallHeap {
    private final String heap;
    private final int entries;
    private final int warmUp;

    /**
     * Lists of so many entries, in this heap.
     *
     * @param heap such as {@code 64m}
     * @param warmUp how many to read before
     */
    public SmallHeap(String heap, int entries, int warmUp) {
        this.heap = heap;
        this.entries = entries;
        this.warmUp = warmUp;
    }

    /**
     * Walks the list of the service of this name.
     *
     * @return how long each tenth of it took, in milliseconds
     * @throws IllegalStateException if it did not get to the end, with the output of the JVM
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
