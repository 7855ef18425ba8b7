package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.DivertedSockets;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plain http to a name of this machine, whose connection leads elsewhere. */
@Timeout(120)
class PlainHttpTest {
    /** Addresses for documentation, of both families. */
    private static final List<byte[]> ELSEWHERE = List.of(
            new byte[] {(byte) 192, 0, 2, 1},
            new byte[] {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

    private static OkHttpClient mappedTo(byte[] address, int port) {
        return new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getByAddress(host, address)))
                .socketFactory(new DivertedSockets(port))
                .build();
    }

    private static OkHttpClient through(int port) {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new OkHttpClient.Builder().proxy(proxy).build();
    }

    @Test
    void nothingIsSentByAnotherRouteThanToThisMachine() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                try (RawServer server = RawServer.start(connection -> GoodAnswers.serve(connection, service))) {
                    for (byte[] address : ELSEWHERE) {
                        checkNotSent(server, mappedTo(address, server.port()), service, operation);
                        cases++;
                    }
                    checkNotSent(server, through(server.port()), service, operation);
                    cases++;
                    checkIsSentWhereAllowed(server, service, operation);
                }
            }
        }
        Evidence.of(Area.NETWORK, "Plain http to localhost by another route")
                .tried("localhost mapped to another address of IPv4 and of IPv6, and a proxy")
                .result("ConnectionException, NOT_SENT for a write; the other server got no request")
                .count(cases);
    }

    private static void checkNotSent(RawServer server, OkHttpClient settings, Service service, Operation operation) {
        try (Wire wire = new Wire(settings);
                TimeTracker tracker = service.client(
                        "http://localhost:" + server.port(), wire.options().build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as("%s, %s", service, operation).isNotNull();
            assertThat(failure).hasMessageContaining("allowInsecureHttp");
            if (operation.isWrite()) {
                assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            }
            assertThat(server.requests()).isEmpty();
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    private static void checkIsSentWhereAllowed(RawServer server, Service service, Operation operation) {
        try (Wire wire = new Wire(mappedTo(ELSEWHERE.get(0), server.port()));
                TimeTracker tracker = service.client(
                        "http://localhost:" + server.port(),
                        wire.options().allowInsecureHttp(true).build())) {
            operation.run(service, tracker);
            assertThat(server.requests()).as("%s, %s", service, operation).isNotEmpty();
        }
    }
}
