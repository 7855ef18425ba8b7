package dev.hourbridge.resilience.bodies;

import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** An answer as bytes: a status, headers, and a body framed in one way or another. Immutable. */
final class Replies {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Replies(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static Replies of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static Replies of(int status, String contentType, byte[] body) {
        return new Replies(status, Map.of("Content-Type", contentType), body);
    }

    Replies with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Replies(status, all, body);
    }

    /** How a body that breaks off is framed. */
    enum Framing {
        /** The length is the whole body's, and the connection ends before. */
        LONGER_LENGTH,
        /** The length is right for what is sent. */
        RIGHT_LENGTH,
        /** The last chunk never comes. */
        NO_LAST_CHUNK
    }

    /** All of the body. */
    Reply whole() {
        return upTo(body.length, Framing.RIGHT_LENGTH);
    }

    /** The first bytes of the body. */
    Reply upTo(int count, Framing framing) {
        return out -> {
            String length = switch (framing) {
                case LONGER_LENGTH -> "Content-Length: " + body.length;
                case RIGHT_LENGTH -> "Content-Length: " + count;
                case NO_LAST_CHUNK -> "Transfer-Encoding: chunked";
            };
            head(out, length);
            if (framing == Framing.NO_LAST_CHUNK && count > 0) {
                HostileServer.ascii(out, Integer.toHexString(count) + "\r\n");
            }
            out.write(body, 0, count);
            if (framing == Framing.NO_LAST_CHUNK && count > 0) {
                HostileServer.ascii(out, "\r\n");
            }
            return framing == Framing.RIGHT_LENGTH;
        };
    }

    /** Writes a body that is made while it is sent. */
    @FunctionalInterface
    interface Writer {
        void to(OutputStream out) throws IOException;
    }

    /** A body that nobody ever holds whole: chunked, zipped or not, with this head. */
    Reply made(boolean zipped, Writer writer) {
        return out -> {
            head(out, "Transfer-Encoding: chunked" + (zipped ? "\r\nContent-Encoding: gzip" : ""));
            OutputStream chunks = new Chunks(out);
            if (zipped) {
                GZIPOutputStream zip = new QuickZip(chunks);
                writer.to(zip);
                zip.finish();
            } else {
                writer.to(chunks);
            }
            HostileServer.ascii(out, "0\r\n\r\n");
            return true;
        };
    }

    static byte[] zipped(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            writer.to(zip);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void head(OutputStream out, String framing) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        HostileServer.ascii(out, head + framing + "\r\n\r\n");
    }

    private static final class QuickZip extends GZIPOutputStream {
        QuickZip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Chunks extends FilterOutputStream {
        Chunks(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                HostileServer.ascii(out, Integer.toHexString(length) + "\r\n");
                out.write(bytes, offset, length);
                HostileServer.ascii(out, "\r\n");
            }
        }
    }
}
