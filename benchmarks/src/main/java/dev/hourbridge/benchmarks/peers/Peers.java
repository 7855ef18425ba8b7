package dev.hourbridge.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs each client in a separate JVM, with the class path of an application that uses only that client.
 *
 * @param service {@code Teamwork} or {@code LiveTimer}
 * @param url the address of the service
 * @param lists the number of times that each JVM reads the list
 */
public record Peers(String service, String url, int lists) {

    /**
     * The measurements of one JVM.
     *
     * @param first the seconds for its first list, including the creation of the client
     * @param steady the median of the seconds for its later lists
     * @param cpu the processor time of the process up to the last list, in seconds
     * @param allocated the bytes allocated per row
     * @param retained the bytes retained per row of a list that is held
     */
    public record Measured(double first, double steady, double cpu, double allocated, double retained) {}

    /** Starts a JVM and waits for its end. */
    public Measured run(PeerKind kind) throws IOException, InterruptedException {
        String classPath = Stream.concat(classes(), jars(kind))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        // Excludes dead objects, which a full collection may leave in place, from the figure of
                        // retained bytes.
                        "-XX:MarkSweepAlwaysCompactCount=1",
                        "-cp",
                        classPath,
                        PeerProcess.class.getName(),
                        kind.name(),
                        service,
                        url,
                        Integer.toString(lists))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(kind + " failed: " + output);
        }
        List<Double> values =
                Stream.of(output.strip().split(" ")).map(Double::valueOf).toList();
        return new Measured(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    /** Returns the jars that an application with this client needs at run time. */
    public Stream<Path> jars(PeerKind kind) {
        var pattern = kind.jars(service);
        return classPath()
                .filter(path ->
                        pattern.matcher(String.valueOf(path.getFileName())).matches());
    }

    /** Returns the directories with classes: those of the benchmarks, and those of all modules if there are no jars. */
    private static Stream<Path> classes() {
        return classPath().filter(path -> path.toFile().isDirectory());
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }
}
