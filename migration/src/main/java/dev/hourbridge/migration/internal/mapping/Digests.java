package dev.hourbridge.migration.internal.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of a list of fields. Each field is preceded by its length, so the boundaries between fields count.
 *
 * <p>The digest is the first half of a SHA-256, so two different lists have the same digest only in theory, and a
 * ledger can store it instead of the content. Not thread-safe.
 */
public final class Digests {
    private final MessageDigest digest;

    /** Creates a digest without fields. */
    public Digests() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a field by its text; null differs from an empty string. */
    public Digests add(@Nullable Object field) {
        if (field == null) {
            digest.update((byte) '-');
            return this;
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
        return this;
    }

    /** Returns the first 16 bytes as hex, and resets this digest. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
