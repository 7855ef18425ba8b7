package dev.hourbridge.simulators;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** Turns replies and faults into what MockWebServer sends. */
final class WireResponse {
    private static final int CHUNK = 16 * 1024;

    private WireResponse() {}

    static MockResponse.Builder of(Reply reply) {
        BodyWriter stream = reply.stream();
        return stream == null ? head(reply).body(new Bytes(reply.bytes(), 1)) : chunked(reply, stream, false);
    }

    static MockResponse.Builder truncated(Reply reply) {
        BodyWriter stream = reply.stream();
        MockResponse.Builder response =
                stream == null ? head(reply).body(new Bytes(reply.bytes(), 2)) : chunked(reply, stream, true);
        return response.onResponseEnd(new SocketEffect.CloseSocket());
    }

    static MockResponse.Builder closed() {
        return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    }

    static MockResponse.Builder gzipBomb(int size) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new FastGzip(packed)) {
            byte[] blanks = new byte[64 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            for (int left = size; left > 0; left -= blanks.length) {
                gzip.write(blanks, 0, Math.min(left, blanks.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(Reply.of(200, "text/plain", packed.toByteArray()).with("Content-Encoding", "gzip"));
    }

    private static MockResponse.Builder head(Reply reply) {
        MockResponse.Builder response = new MockResponse.Builder().code(reply.status());
        reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        return response;
    }

    private static MockResponse.Builder chunked(Reply reply, BodyWriter stream, boolean broken) {
        // The body first: setting it sets a length, or takes the header for chunks away.
        return head(reply)
                .body(new Chunks(stream, broken))
                .removeHeader("Content-Length")
                .setHeader("Transfer-Encoding", "chunked");
    }

    /** Announces all of the bytes, and writes them or a part. */
    private static final class Bytes implements MockResponseBody {
        private final byte[] bytes;
        private final int divisor;

        Bytes(byte[] bytes, int divisor) {
            this.bytes = bytes;
            this.divisor = divisor;
        }

        @Override
        public long getContentLength() {
            return bytes.length;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes, 0, bytes.length / divisor);
            sink.flush();
        }
    }

    private record Chunks(BodyWriter body, boolean broken) implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            ChunkedStream out = new ChunkedStream(sink, broken);
            body.writeTo(out);
            out.end();
        }
    }

    private static final class ChunkedStream extends OutputStream {
        private final BufferedSink sink;
        private final boolean broken;
        private final byte[] chunk = new byte[CHUNK];
        private int used;

        ChunkedStream(BufferedSink sink, boolean broken) {
            this.sink = sink;
            this.broken = broken;
        }

        @Override
        public void write(int value) throws IOException {
            if (used == CHUNK) {
                send(CHUNK);
            }
            chunk[used++] = (byte) value;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (used == CHUNK) {
                    send(CHUNK);
                }
                int part = Math.min(left, CHUNK - used);
                System.arraycopy(bytes, from, chunk, used, part);
                used += part;
                from += part;
                left -= part;
            }
        }

        private void send(int length) throws IOException {
            if (length > 0) {
                sink.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                sink.write(chunk, 0, length);
                sink.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sink.flush();
            }
            used = 0;
        }

        void end() throws IOException {
            if (broken) {
                send(used / 2);
                return;
            }
            send(used);
            // MockWebServer ends it with the trailers, of which there are none, and their empty line.
            sink.write("0\r\n".getBytes(StandardCharsets.US_ASCII));
            sink.flush();
        }
    }

    /** A bomb of blanks packs just as small at the fastest level. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, CHUNK);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
