package dev.hourbridge.cli;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.http.Secret;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps a refresh token that the service replaces whenever it is used. The file always holds one whole
 * token, and only its owner may read what is written to it.
 */
record RefreshTokenFile(Path file) {

    /** A token's length is no secret, and no token is that long. */
    private static final int MOST_BYTES = 1 << 14;

    String read() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ConfigurationException("refreshTokenFile " + file + ": too long for a token");
            }
            String token = Files.readString(file).strip();
            if (token.isEmpty() || token.chars().anyMatch(Character::isISOControl)) {
                throw new ConfigurationException("refreshTokenFile " + file + ": put the token there, on one line");
            }
            return token;
        } catch (IOException unreadable) {
            ConfigurationException error =
                    new ConfigurationException("refreshTokenFile " + file + ": is missing, or cannot be read");
            error.initCause(unreadable);
            throw error;
        }
    }

    /** Replaces the token in one step: it is the only one that is still good. */
    void write(Secret token) throws IOException {
        Path place = file.toRealPath();
        Path draft =
                Files.createTempFile(place.getParent(), place.getFileName().toString(), ".new", forOwnerOnly(place));
        try {
            // Not a channel: an interrupt would close it, and the token would be gone.
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                out.write((token.reveal() + "\n").getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
