package dev.hourbridge.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Temporary directories that are deleted after a measurement. */
final class Directories {
    private Directories() {}

    interface Measurement<T> {
        T in(Path directory) throws Exception;
    }

    static <T> T measure(Measurement<T> measurement) throws Exception {
        Path directory = Files.createTempDirectory("hourbridge-benchmarks");
        try {
            return measurement.in(directory);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
