package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply, and the way in which the connection handles the response.
 *
 * <p>This class and {@link ServerConnection} implement the faults that end a connection, because the HTTP library has
 * no setting for them.
 */
final class ReplyEntity extends AbstractHttpEntity {
    /** The part of a response that the caller receives. */
    enum Ending {
        COMPLETE,
        /** The head and part of the body. */
        TRUNCATED,
        /** Nothing; the connection is closed. */
        DROPPED,
        /** Nothing; the connection is reset. */
        RESET
    }

    /** Ends the connection by throwing. */
    @FunctionalInterface
    interface Abort {
        void run() throws IOException;
    }

    private final byte[] bytes;
    private final @Nullable BodyWriter stream;
    private final Ending ending;
    private @Nullable Abort abort;

    ReplyEntity(Reply reply, Ending ending) {
        super((String) null, null, reply.stream() != null);
        this.bytes = reply.bytes();
        this.stream = reply.stream();
        this.ending = ending;
    }

    /** Returns the part of the response that the caller receives. */
    Ending ending() {
        return ending;
    }

    /** Sets the action that runs after part of the body has been sent. */
    void onHalf(Abort value) {
        abort = value;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (abort == null) {
            write(out);
            return;
        }
        HalvingStream half = new HalvingStream(out);
        write(half);
        half.writeHalf();
        out.flush();
        abort.run();
    }

    private void write(OutputStream out) throws IOException {
        if (stream == null) {
            out.write(bytes);
        } else {
            stream.writeTo(out);
        }
    }

    @Override
    public long getContentLength() {
        return stream == null ? bytes.length : -1;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return stream != null;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("The server writes it.");
    }

    @Override
    public void close() {}

    /** Passes on everything except the end: only the first half of the last block of up to 16 KiB. */
    private static final class HalvingStream extends OutputStream {
        private final OutputStream out;
        private final byte[] block = new byte[16 * 1024];
        private int used;

        HalvingStream(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            if (used == block.length) {
                out.write(block);
                used = 0;
            }
            block[used++] = (byte) value;
        }

        void writeHalf() throws IOException {
            out.write(block, 0, used / 2);
        }
    }
}
