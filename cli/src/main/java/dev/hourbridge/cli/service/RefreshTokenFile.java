package dev.hourbridge.cli.service;

import dev.hourbridge.cli.config.SourceLocation;
import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.cli.file.BoundedFile;
import dev.hourbridge.cli.file.OtherReaders;
import dev.hourbridge.http.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stores a refresh token that the service replaces at every use. The file always contains one complete token, and only
 * its owner can read a file that this class writes.
 *
 * <p>If a token was used and its successor was not written, the token is lost and the user must log in again. The
 * successor is therefore written as soon as it arrives.
 *
 * @param location the location in the configuration that names the file. Errors contain nothing else, because the
 *     configured file name may be the token itself
 * @param file the file, or a symbolic link to it
 */
public record RefreshTokenFile(SourceLocation location, Path file) {

    /** The largest file that can be written and read, including the line end. */
    private static final int MAX_BYTES = 1 << 14;

    /** Reads the token. */
    public String read() {
        String text;
        try {
            text = BoundedFile.read(file, MAX_BYTES);
        } catch (BoundedFile.TooLargeException noToken) {
            throw location.error("the file is too long for a token; put only the token in the file, on one line");
        } catch (IOException unreadable) {
            throw location.error("the file is missing or cannot be read");
        }
        String token = text.strip();
        if (token.isEmpty() || token.chars().anyMatch(Character::isISOControl)) {
            throw location.error("put the token in the file, on one line");
        }
        return token;
    }

    /** Returns a warning if other users can read the token. */
    public Optional<String> remark() {
        return OtherReaders.remark(file, location + ": the file");
    }

    /** Replaces the token atomically, because it is the only valid one. */
    public void write(Secret token) throws IOException {
        String text = token.reveal() + "\n";
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IOException("it is longer than " + MAX_BYTES + " bytes");
        }
        // The user may have created the link on purpose, as secret stores do.
        AtomicFile.write(file.toRealPath(), text);
    }
}
