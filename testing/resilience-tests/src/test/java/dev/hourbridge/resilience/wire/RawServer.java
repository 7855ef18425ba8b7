package dev.hourbridge.resilience.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/** A server on loopback that does to each connection what it is told, on a thread of its own. */
public final class RawServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listening;
    private final Script script;
    private final boolean secure;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<RawRequest> requests = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket listening, boolean secure, Script script) {
        this.listening = listening;
        this.secure = secure;
        this.script = script;
        daemon(this::accept);
    }

    /** What a server does to a connection, which is closed at its end. */
    @FunctionalInterface
    public interface Script {

        /**
         * Does it.
         *
         * @throws IOException if the client went away, which is no error of the server's
         */
        void play(RawConnection connection) throws IOException;
    }

    /** A server of plain HTTP. */
    public static RawServer start(Script script) {
        return start(ServerSocketFactory.getDefault(), script);
    }

    /** A server of plain HTTP that reads each request and answers it. */
    public static RawServer answering(Function<RawRequest, RawReply> answers) {
        return start(connection -> connection.answer(answers));
    }

    /** A server that knows nothing and says so. */
    public static RawServer notFound() {
        return answering(request -> RawReply.of(404));
    }

    /** A server of HTTPS, where the factory makes such sockets. */
    public static RawServer start(ServerSocketFactory sockets, Script script) {
        try {
            ServerSocket listening = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            return new RawServer(listening, sockets instanceof SSLServerSocketFactory, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a trailing slash. */
    public String url() {
        return url("127.0.0.1");
    }

    /** Where it is, by another name of this host. */
    public String url(String host) {
        return (secure ? "https://" : "http://") + host + ":" + port();
    }

    /** The port it listens at. */
    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections came. */
    public int connections() {
        return connections.get();
    }

    /** The requests that came, as far as they were read. */
    public List<RawRequest> requests() {
        return List.copyOf(requests);
    }

    /** Those that came since this was asked last; for one thread, between its own requests. */
    public List<RawRequest> take() {
        List<RawRequest> taken = requests();
        requests.removeAll(taken);
        return taken;
    }

    /** A port of this host at which nobody listens. */
    public static int unusedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(new RawConnection(socket, requests::add));
        } catch (IOException e) {
            // The client went away.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
