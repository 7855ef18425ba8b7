package dev.hourbridge.cli;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the command in a process of its own with a small heap. */
final class SmallHeap {
    private SmallHeap() {}

    /** The exit code, and what was printed to standard output and standard error. */
    record Result(int code, String text) {}

    /** Runs a command on the configuration file of the bench, which must have been written. */
    static Result run(int megabytes, Bench bench, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-c", bench.path("migration.yaml").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(bench.environment());
        Process process = builder.start();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the command did not exit: " + text);
            }
            return new Result(process.exitValue(), text);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The class path of this process, or of the class loader that runs the tests. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
