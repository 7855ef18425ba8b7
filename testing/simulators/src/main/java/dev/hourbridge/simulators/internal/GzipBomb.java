package dev.hourbridge.simulators.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A small compressed body that expands to a large one.
 *
 * <p>A client that limits the received bytes but not the decompressed bytes runs out of memory.
 */
final class GzipBomb {
    private static final int BLOCK = 64 * 1024;

    private GzipBomb() {}

    /** Returns a reply with a body that expands to {@code size} bytes. */
    static Reply reply(int size) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new FastGzip(packed)) {
            byte[] blanks = new byte[BLOCK];
            Arrays.fill(blanks, (byte) ' ');
            for (int left = size; left > 0; left -= BLOCK) {
                gzip.write(blanks, 0, Math.min(left, BLOCK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.of(200, "text/plain", packed.toByteArray()).with("Content-Encoding", "gzip");
    }

    /** Equal bytes compress equally well at the fastest level. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BLOCK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
