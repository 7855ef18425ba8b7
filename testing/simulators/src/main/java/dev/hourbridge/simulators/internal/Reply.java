package dev.hourbridge.simulators.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response of a service. Immutable. */
public final class Reply {
    record Header(String name, String value) {}

    private final int status;
    private final List<Header> headers;
    private final byte[] bytes;
    private final @Nullable BodyWriter stream;

    private Reply(int status, List<Header> headers, byte[] bytes, @Nullable BodyWriter stream) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.stream = stream;
    }

    /** Returns a reply without a body. */
    public static Reply of(int status) {
        return new Reply(status, List.of(), new byte[0], null);
    }

    /**
     * Returns a reply with a body.
     *
     * @param contentType the media type, with its charset if it is text
     * @param body the bytes, which are not copied
     */
    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a reply with a text body in UTF-8. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), body, null);
    }

    /** Returns a reply with a body that is generated while it is sent, in chunks and outside the server's lock. */
    public static Reply streamed(int status, String contentType, BodyWriter body) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), new byte[0], body);
    }

    /**
     * Returns a reply with one more header. Headers with the same name are retained, which {@code WWW-Authenticate}
     * requires.
     */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, List.copyOf(more), bytes, stream);
    }

    /** Returns the status. */
    public int status() {
        return status;
    }

    List<Header> headers() {
        return headers;
    }

    /** Returns the body; empty if {@link #stream()} writes it. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the writer of a body that is generated while it is sent; null if {@link #bytes()} is the body. */
    @Nullable
    BodyWriter stream() {
        return stream;
    }
}
