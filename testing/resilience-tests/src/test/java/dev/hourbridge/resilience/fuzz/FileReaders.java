package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.cli.report.RejectsFile;
import dev.hourbridge.cli.service.Services;
import dev.hourbridge.migration.internal.mapping.TrailerDoor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a migration reads besides answers. */
final class FileReaders {
    static final Path FILE = file();

    private FileReaders() {}

    /** The note is parted from its trailer, put together, and parted alike. */
    static void trailer(byte[] bytes) {
        TrailerDoor.check(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The mapping is a part of the configuration. */
    static void configuration(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            ConfigurationFile.read(FILE, Services.ALL, name -> name.isEmpty() ? null : "value");
        } catch (ConfigurationException e) {
            Rules.fitForALog(String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of a rejects file, which somebody may have edited before it is given back. */
    static void rejects(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            if (RejectsFile.sourceIds(FILE).stream().anyMatch(String::isBlank)) {
                throw new AssertionError("an id that no entry has");
            }
        } catch (RejectsFile.FormatException e) {
            Rules.fitForALog(String.valueOf(e.getMessage()), true);
        } catch (CharacterCodingException e) {
            // Not text; the command says so.
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
