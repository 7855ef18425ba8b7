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
 * Keeps a refresh token that the service replaces whenever it is used. The file always holds one whole
 * token, and only its owner may read what is written to it.
 *
 * <p>A token that was used and whose successor was not written is lost, and the user has to log in again. The successor
 * is therefore written when it arrives.
 *
 * @param location where the configuration names the file. Errors say no more: what is given as its name may be the
 *     token itself
 * @param file the file, or a link to it
 */
public record RefreshTokenFile(SourceLocation location, Path file) {

    /** What is written can be read again: the line end counts. */
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

    /** Replaces the token in one step: it is the only one that is still valid. */
    public void write(Secret token) throws IOException {
        String text = token.reveal() + "\n";
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IOException("it is longer than " + MAX_BYTES + " bytes");
        }
        // The user may have linked to it on purpose, as a secret store does.
        AtomicFile.write(file.toRealPath(), text);
    }
}
