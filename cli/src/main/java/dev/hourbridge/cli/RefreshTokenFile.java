package dev.hourbridge.cli;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.http.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Replaces the token in one step: it is the only one that is still valid. */
    void write(Secret token) throws IOException {
        // The user may have linked to it on purpose, as a secret store does.
        AtomicFile.write(file.toRealPath(), token.reveal() + "\n");
    }
}
