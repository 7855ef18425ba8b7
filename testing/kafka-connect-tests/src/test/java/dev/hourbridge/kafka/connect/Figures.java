package dev.hourbridge.kafka.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a test measured, one line a measurement in {@code target/figures-NAME.txt}. */
final class Figures {
    private Figures() {}

    static void write(String name, String line) throws IOException {
        Path file = Files.createDirectories(Path.of("target")).resolve("figures-" + name + ".txt");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
