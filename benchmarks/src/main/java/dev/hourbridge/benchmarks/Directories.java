package dev.hourbridge.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Directories that are deleted after a measurement. */
final class Directories {
    private Directories() {}

    interface Measurement {
        List<Double> in(Path directory) throws IOException, InterruptedException;
    }

    static List<Double> measure(Measurement measurement) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("hourbridge-benchmarks");
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
