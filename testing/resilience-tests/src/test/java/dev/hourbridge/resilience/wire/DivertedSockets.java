package dev.hourbridge.resilience.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect to one port of this machine, whatever address is asked for: what a gateway does. */
public final class DivertedSockets extends SocketFactory {
    private final int port;

    public DivertedSockets(int port) {
        this.port = port;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress ignored, int timeout) throws IOException {
                super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int other, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int other, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
