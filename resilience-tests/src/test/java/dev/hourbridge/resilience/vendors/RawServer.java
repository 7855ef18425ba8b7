package dev.hourbridge.resilience.vendors;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server on 127.0.0.1 that shows requests as their bytes came, before anything decoded them. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Function<RawRequest, String> answers;
    private final List<RawRequest> requests = Collections.synchronizedList(new ArrayList<>());

    private RawServer(ServerSocket socket, Function<RawRequest, String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** A server that knows nothing and says so. */
    public static RawServer notFound() {
        return start(request -> answer("404 Not Found", "", ""));
    }

    /** A server with answers of one's own, made by {@link #answer}. */
    public static RawServer start(Function<RawRequest, String> answers) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer; the headers each with their line end. */
    public static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** The requests since the last time that this was asked. */
    public List<RawRequest> take() {
        synchronized (requests) {
            List<RawRequest> taken = List.copyOf(requests);
            requests.clear();
            return taken;
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream())) {
            for (RawRequest request = read(in); request != null; request = read(in)) {
                requests.add(request);
                connection.getOutputStream().write(answers.apply(request).getBytes(StandardCharsets.UTF_8));
                connection.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client let go of the connection.
        }
    }

    private static @Nullable RawRequest read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
        }
        RawRequest request = new RawRequest(head.toString(StandardCharsets.ISO_8859_1), "");
        int length = Integer.parseInt(request.header("Content-Length").orElse("0"));
        return new RawRequest(request.head(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
