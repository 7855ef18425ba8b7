package dev.hourbridge.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of raw sockets that loses the response to a POST in a given way. It responds to GETs once all of a round have
 * arrived, which fills the pool of the client with that many connections.
 */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Loss loss;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger bodies = new AtomicInteger();
    private final CyclicBarrier round;

    enum Loss {
        CLOSE_BEFORE_READING,
        CLOSE_WHILE_READING,
        CLOSE_AFTER_READING,
        CLOSE_IN_THE_ANSWER,
        UNAVAILABLE_RETRY_AT_ONCE
    }

    ScriptedServer(Loss loss, int warm) throws IOException {
        this.loss = loss;
        this.round = new CyclicBarrier(Math.max(warm, 1));
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many POSTs began to arrive. */
    int posts() {
        return posts.get();
    }

    /** How many POSTs arrived whole. */
    int bodies() {
        return bodies.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
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
            for (int first = in.read(); first >= 0; first = in.read()) {
                if (first == 'P') {
                    posts.incrementAndGet();
                    if (!lose(connection, in)) {
                        return;
                    }
                } else {
                    head(in);
                    round.await();
                    write(
                            connection,
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                }
            }
        } catch (Exception e) {
            // The client went away.
        }
    }

    private boolean lose(Socket connection, InputStream in) throws IOException {
        if (loss == Loss.CLOSE_BEFORE_READING) {
            connection.setSoLinger(true, 0);
            return false;
        }
        int length = Integer.parseInt(head(in).replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        if (loss == Loss.CLOSE_WHILE_READING) {
            in.readNBytes(length / 2);
            connection.setSoLinger(true, 0);
            return false;
        }
        in.readNBytes(length);
        bodies.incrementAndGet();
        if (loss == Loss.CLOSE_IN_THE_ANSWER) {
            write(
                    connection,
                    "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"id\":");
        } else if (loss == Loss.UNAVAILABLE_RETRY_AT_ONCE) {
            write(connection, "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        return false;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
