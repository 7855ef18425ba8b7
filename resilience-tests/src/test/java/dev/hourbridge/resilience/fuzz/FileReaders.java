package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.migration.TrailerDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a migration reads besides answers. */
final class FileReaders {
    private static final Path FILE = file();

    private FileReaders() {}

    /** The note is parted from its trailer, put together, and parted alike. */
    static void trailer(byte[] bytes) {
        TrailerDoor.check(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The mapping is a part of the configuration. */
    static void configuration(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            ConfigurationFile.read(FILE, name -> name.isEmpty() ? null : "value");
        } catch (ConfigurationException e) {
            Rules.fitForALog(String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("hourbridge-fuzz", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
