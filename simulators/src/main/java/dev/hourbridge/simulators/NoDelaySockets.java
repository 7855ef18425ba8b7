package dev.hourbridge.simulators;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections with TCP_NODELAY, without which an answer on a kept connection waits 40 ms for the
 * other side's delayed acknowledgement; and knows them by number, so that one can be reset.
 */
final class NoDelaySockets extends ServerSocketFactory {
    private final Map<Integer, Socket> open = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /** Makes that closing connection {@code index} (0 is the first accepted) is a reset. */
    void resetOnClose(int index) {
        Socket socket = open.get(index);
        if (socket != null) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // The other side was faster in closing it: there is nothing left to reset.
            }
        }
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new NumberingServerSocket();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address) {
        throw new UnsupportedOperationException();
    }

    private final class NumberingServerSocket extends ServerSocket {
        NumberingServerSocket() throws IOException {
            super();
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new NumberedSocket();
            implAccept(socket);
            socket.setTcpNoDelay(true);
            ((NumberedSocket) socket).number(accepted.getAndIncrement());
            return socket;
        }
    }

    private final class NumberedSocket extends Socket {
        private int number = -1;

        void number(int value) {
            number = value;
            open.put(value, this);
        }

        @Override
        public synchronized void close() throws IOException {
            open.remove(number);
            super.close();
        }
    }
}
