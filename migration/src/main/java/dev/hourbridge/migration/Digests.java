package dev.hourbridge.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests of a list of fields. A field's length goes in before it, so that fields cannot run together. */
final class Digests {
    private final MessageDigest digest;

    Digests() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digests add(@Nullable Object field) {
        if (field == null) {
            digest.update((byte) '-');
            return this;
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
        return this;
    }

    /** Sixteen bytes of it, as hex. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
