package dev.hourbridge.resilience.bodies;

import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that sends what it is told to the byte; the answers can be changed while it runs. */
final class HostileServer implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private volatile Function<String, Reply> replies = line -> out -> false;
    private final RawServer server = RawServer.start(this::serve);

    /** What to send; true if the connection can be used again. */
    @FunctionalInterface
    interface Reply {
        boolean to(OutputStream out) throws IOException;
    }

    /** Answers by request line, such as {@code GET /path HTTP/1.1}. */
    void answers(Function<String, Reply> byRequestLine) {
        replies = byRequestLine;
    }

    String url() {
        return server.url();
    }

    int requests() {
        return requests.get();
    }

    int posts() {
        return posts.get();
    }

    private void serve(RawConnection connection) throws IOException {
        OutputStream out = new BufferedOutputStream(connection.out(), 1 << 16);
        boolean usable = true;
        while (usable) {
            Optional<RawRequest> request = connection.readRequest();
            if (request.isEmpty()) {
                return;
            }
            requests.incrementAndGet();
            if (request.get().method().equals("POST")) {
                posts.incrementAndGet();
            }
            usable = replies.apply(request.get().line()).to(out);
            out.flush();
        }
    }

    static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        server.close();
    }
}
