package dev.hourbridge.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** A digest of entries in any order: the sums of the words of their SHA-256. Used by one thread. */
final class ContentDigest {
    private final MessageDigest sha256 = RunningDigest.sha256();
    private final long[] words = new long[4];
    private long entries;

    void add(byte[] entry) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(entry));
        for (int i = 0; i < words.length; i++) {
            words[i] += digest.getLong();
        }
        entries++;
    }

    boolean isSameAs(ContentDigest other) {
        return entries == other.entries && Arrays.equals(words, other.words);
    }
}
