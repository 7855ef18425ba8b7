package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.http.Secret;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Plain http to a name of this machine, whose connection leads elsewhere. */
class PlainHttpRouteTest {
    private static final byte[] ELSEWHERE = {(byte) 192, 0, 2, 1};

    /** Connects to the server, whatever address is asked for: what a hosts file or a gateway does. */
    private static final class Diverted extends SocketFactory {
        private final int port;

        Diverted(int port) {
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

    private static List<InetAddress> elsewhere(String host) throws UnknownHostException {
        return List.of(InetAddress.getByAddress(host, ELSEWHERE));
    }

    private static ApiClient client(Rig rig, OkHttpClient http, boolean allowed) {
        return rig.client(ApiClient.builder(Rig.SERVICE, "baseUrl", "http://localhost:" + rig.server.getPort())
                .authentication(Authentication.basic(Secret.of("alice"), Secret.of("hunter2")))
                .options(rig.options()
                        .okHttpClient(http)
                        .allowInsecureHttp(allowed)
                        .build()));
    }

    private static OkHttpClient mapped(Rig rig) {
        return rig.okHttpClient
                .newBuilder()
                .socketFactory(new Diverted(rig.server.getPort()))
                .dns(PlainHttpRouteTest::elsewhere)
                .build();
    }

    private static OkHttpClient proxied(Rig rig) {
        Proxy proxy = new Proxy(
                Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.server.getPort()));
        return rig.okHttpClient.newBuilder().proxy(proxy).build();
    }

    @Test
    void isNotSentToAnAddressThatIsNoLoopbackAddress() throws Exception {
        try (Rig rig = Rig.start()) {
            assertThatThrownBy(() -> client(rig, mapped(rig), false).create(ApiRequest.post("postEntry", "entries")))
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            e -> assertThat(e.outcome()).contains(WriteOutcome.NOT_SENT))
                    .hasMessageContaining("192.0.2.1")
                    .hasMessageContaining("allowInsecureHttp");
            assertThat(rig.server.getRequestCount()).isZero();
        }
    }

    @Test
    void isNotSentThroughAProxy() throws Exception {
        try (Rig rig = Rig.start()) {
            assertThatThrownBy(() -> client(rig, proxied(rig), false).read(ApiRequest.get("getEntry", "entries")))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("a proxy")
                    .hasMessageContaining("allowInsecureHttp");
            assertThat(rig.server.getRequestCount()).isZero();
        }
    }

    @Test
    void isSentAnywhereWhereThatIsAllowed() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}").respondJson(200, "{}");

            client(rig, mapped(rig), true).read(ApiRequest.get("getEntry", "entries"));
            client(rig, proxied(rig), true).read(ApiRequest.get("getEntry", "entries"));

            assertThat(rig.server.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void isSentToThisMachine() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.respondJson(200, "{}");

            client(rig, rig.okHttpClient, false).read(ApiRequest.get("getEntry", "entries"));

            assertThat(rig.server.getRequestCount()).isOne();
        }
    }
}
