package dev.hourbridge.resilience.bodies;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of raw sockets on loopback, which sends what it is told to the byte. */
final class HostileServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private volatile Function<String, Reply> replies = line -> out -> false;

    HostileServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

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
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int requests() {
        return requests.get();
    }

    int posts() {
        return posts.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                open.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            OutputStream out = new BufferedOutputStream(connection.getOutputStream(), 1 << 16);
            boolean usable = true;
            while (usable) {
                String head = head(in);
                Matcher length = LENGTH.matcher(head);
                if (length.find()) {
                    in.readNBytes(Integer.parseInt(length.group(1)));
                }
                requests.incrementAndGet();
                if (head.startsWith("POST")) {
                    posts.incrementAndGet();
                }
                usable = replies.apply(head.substring(0, head.indexOf('\r'))).to(out);
                out.flush();
            }
        } catch (IOException e) {
            // The client had enough.
        } finally {
            open.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
