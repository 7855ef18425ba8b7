package dev.hourbridge.http.internal.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Tells UTF-8 from what only looks like it: Jackson takes overlong forms and half surrogate pairs for characters. */
final class Utf8 {
    private Utf8() {}

    static boolean isSound(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer passed = CharBuffer.allocate(Math.min(bytes.length + 1, 8192));
        CoderResult result;
        do {
            result = decoder.decode(in, passed, true);
            passed.clear();
        } while (result.isOverflow());
        return !result.isError();
    }
}
