package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.internal.wire.ReadLimits;
import dev.hourbridge.http.internal.wire.Utf8;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Limits the bytes of one element of a long response, within the size of the parser's buffer.
 *
 * <p>A list may be longer than memory, so the limit of a response cannot apply to the whole body. It applies to each
 * element instead.
 */
final class LimitedInputStream extends FilterInputStream {
    private final Utf8 utf8 = new Utf8();
    private final long max;
    private long left;

    LimitedInputStream(InputStream in, long max) {
        super(in);
        this.max = max;
        this.left = max;
    }

    /** Permits the same number of bytes again, for the next element. */
    void restart() {
        left = max;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
            throw new ElementTooLargeException();
        }
        int count = super.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(count, 0);
        utf8.pass(bytes, offset, offset + Math.max(count, 0));
        return count;
    }

    /** Returns whether the bytes so far can be UTF-8. */
    boolean isUtf8SoFar() {
        return utf8.isValidSoFar();
    }

    /** An element is longer than the cap. */
    static final class ElementTooLargeException extends IOException implements ReadLimits.Exceeded {
        private static final long serialVersionUID = 1L;

        @Override
        public String problem(long maxBytes) {
            return "has an element of more than " + maxBytes
                    + " bytes, the limit set by maxResponseBytes; increase maxResponseBytes";
        }
    }
}
