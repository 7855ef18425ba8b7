package dev.hourbridge.http.internal.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits how much one element of a long response may take, give or take the parser's buffer. */
final class LimitedInputStream extends FilterInputStream {
    private final Utf8 utf8 = new Utf8();
    private final long most;
    private long left;

    LimitedInputStream(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    void restart() {
        left = most;
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

    /** Whether all that was read could be UTF-8. */
    boolean isUtf8SoFar() {
        return utf8.isValidSoFar();
    }

    /** An element is longer than the cap. */
    static final class ElementTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
