package dev.hourbridge.resilience.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Jazzer calls, with the reader named by the property {@code fuzz.reader}. */
public final class FuzzTarget {
    private static final Reader READER = Reader.valueOf(System.getProperty("fuzz.reader", Reader.NOTES.name()));

    private FuzzTarget() {}

    /** Loads what the reader needs: instrumenting that takes longer than an input may. */
    public static void fuzzerInitialize() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("fuzz.corpus")))) {
            for (Path file : files.toList()) {
                READER.read(Files.readAllBytes(file));
            }
        }
    }

    /** Reads once. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        READER.read(bytes);
    }
}
