package dev.hourbridge.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the bytes so far. */
final class RunningDigest {
    private static final int CHECK_DIGITS = 16;

    private final MessageDigest digest = sha256();

    /** Returns a new digest. Every Java platform has this algorithm. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the first bytes of an array. */
    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** Returns all 64 hexadecimal digits. */
    String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the first 16 digits, which are at the end of each line. */
    String check() {
        return hex().substring(0, CHECK_DIGITS);
    }
}
