package dev.hourbridge.http.internal.wire;

/**
 * Tells UTF-8 from what only looks like it: the parsers take overlong forms, and Jackson half surrogate
 * pairs, for characters. Belongs to one thread.
 */
final class Utf8 {
    private boolean sound = true;
    /** How many bytes the character at hand still has, and the bounds of the next. */
    private int left;

    private int low = 0x80;
    private int high = 0xbf;

    static boolean isSound(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        utf8.pass(bytes, 0, bytes.length);
        return utf8.sound && utf8.left == 0;
    }

    /** Whether all that passed is UTF-8, or the beginning of some. */
    boolean isSoundSoFar() {
        return sound;
    }

    void pass(byte[] bytes, int from, int to) {
        for (int i = from; i < to && sound; i++) {
            int b = bytes[i] & 0xff;
            if (left > 0) {
                sound = b >= low && b <= high;
                low = 0x80;
                high = 0xbf;
                left--;
            } else if (b >= 0x80) {
                begin(b);
            }
        }
    }

    private void begin(int b) {
        sound = b >= 0xc2 && b <= 0xf4;
        left = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    }
}
