package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An archive whose checks are right: they are no protection from a user who computes them again. */
final class ArchiveReaders {
    private static final int CHECK_DIGITS = 16;

    private final MessageDigest digest;
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    private ArchiveReaders() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each line of the bytes becomes a line of an archive. */
    static void forged(byte[] bytes) {
        ArchiveReaders archive = new ArchiveReaders();
        // Latin-1 has a character for each byte.
        for (String line :
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()) {
            archive.add(line.replace("@", archive.hex()));
            archive.add(",\"check\":\"" + archive.hex().substring(0, CHECK_DIGITS) + "\"}\n");
        }
        archive.read();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        digest.update(bytes);
        archive.writeBytes(bytes);
    }

    private String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            Path file = FileReaders.FILE;
            Files.write(file, archive.toByteArray());
            Rules.readable(() -> {
                try (ArchiveTimeTracker opened = ArchiveTimeTracker.open(file)) {
                    opened.list(TimeEntryQuery.all())
                            .forEach(entry -> Rules.same(entry, TimeEntry.fromMap(entry.toMap())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
