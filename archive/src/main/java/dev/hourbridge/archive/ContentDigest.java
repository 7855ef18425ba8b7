package dev.hourbridge.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A digest of entries that does not depend on their order: the sums of the words of their SHA-256 hashes. Use it from
 * one thread only.
 *
 * <p>The order of a list is not part of its content. The sum of each word modulo 2 to the power of 64 is independent of
 * the order and counts duplicates, which an exclusive or would cancel out.
 */
final class ContentDigest {
    private final MessageDigest sha256 = RunningDigest.sha256();
    private final long[] words = new long[4];
    private long entries;

    /** Adds an entry in the form of the bytes of its line. */
    void add(byte[] entry) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(entry));
        for (int i = 0; i < words.length; i++) {
            words[i] += digest.getLong();
        }
        entries++;
    }

    /** Returns whether both digests cover the same entries. */
    boolean isSameAs(ContentDigest other) {
        return entries == other.entries && Arrays.equals(words, other.words);
    }
}
