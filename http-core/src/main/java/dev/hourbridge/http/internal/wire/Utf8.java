package dev.hourbridge.http.internal.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Validates UTF-8 strictly, because parsers accept overlong forms, and Jackson accepts half surrogate pairs. Not
 * thread-safe.
 */
public final class Utf8 {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** Set in every byte that is not ASCII. */
    private static final long HIGH_BITS = 0x8080808080808080L;

    private boolean sound = true;
    /** The number of bytes that the current character still needs, and the bounds of the next byte. */
    private int left;

    private int low = 0x80;
    private int high = 0xbf;

    /** Returns whether the bytes are valid UTF-8. */
    public static boolean isValid(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        utf8.pass(bytes, 0, bytes.length);
        return utf8.sound && utf8.left == 0;
    }

    /** Returns whether the bytes so far are valid UTF-8, possibly with an incomplete last character. */
    public boolean isValidSoFar() {
        return sound;
    }

    /** Validates more bytes. */
    public void pass(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && sound) {
            if (left > 0) {
                follow(bytes[at] & 0xff);
            } else {
                at = afterAscii(bytes, at, to);
                if (at < to) {
                    begin(bytes[at] & 0xff);
                }
            }
            at++;
        }
    }

    /** Skips ASCII eight bytes at a time, because most responses are ASCII. */
    private static int afterAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES && ((long) EIGHT_BYTES.get(bytes, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private void follow(int b) {
        sound = b >= low && b <= high;
        low = 0x80;
        high = 0xbf;
        left--;
    }

    private void begin(int b) {
        sound = b >= 0xc2 && b <= 0xf4;
        left = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    }
}
