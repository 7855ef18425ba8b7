package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services, names and proxies that are not there. */
@Timeout(120)
class UnreachableTest {

    private static void checkNotSent(
            String url, OkHttpClient settings, String words, Service service, Operation operation) {
        String what = url + ", " + service + ", " + operation;
        try (Wire wire = new Wire(settings);
                TimeTracker tracker = service.client(
                        url, wire.options().allowInsecureHttp(true).build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            assertThat(failure)
                    .as(what)
                    .hasMessageContaining("could not be sent: ")
                    .hasMessageContaining(words);
            assertThat(failure.attempts())
                    .as(what + ": nothing left, so it was tried again")
                    .isEqualTo(5);
            if (operation.isWrite()) {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.NOT_SENT);
            }
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    @Test
    void nothingIsSentWhereNobodyListens() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                String url = "://127.0.0.1:" + RawServer.unusedPort();
                for (String scheme : List.of("http", "https")) {
                    checkNotSent(scheme + url, new OkHttpClient(), "connection refused", service, operation);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "Connection refused")
                .tried("a port at which no server listens, by http and https")
                .result("ConnectionException after five attempts; NOT_SENT for a write, a create included")
                .count(cases);
    }

    @Test
    void nothingIsSentToAHostThatIsNotKnown() {
        OkHttpClient lost = new OkHttpClient.Builder()
                .dns(host -> {
                    throw new UnknownHostException(host);
                })
                .build();
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                checkNotSent("https://acme.example.com", lost, "unknown host", service, operation);
                cases++;
            }
        }
        Evidence.of(Area.NETWORK, "The host is not known")
                .tried("a name that DNS does not have")
                .result("ConnectionException that names the host; NOT_SENT for a write")
                .count(cases);
    }

    private static OkHttpClient through(int port) {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new OkHttpClient.Builder().proxy(proxy).build();
    }

    private static RawServer proxy(String answer) {
        return RawServer.start(connection -> {
            connection.readRequest();
            connection.write(answer).close();
        });
    }

    @Test
    void nothingIsSentThroughAProxyThatMakesNoTunnel() {
        int cases = 0;
        List<String> answers = List.of(
                "HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
                "220 mail.example.com\r\n\r\n",
                "");
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                for (String answer : answers) {
                    checkTunnel(answer, service, operation);
                    cases++;
                }
                checkNotSent(
                        "https://acme.example.com",
                        through(RawServer.unusedPort()),
                        "connection refused",
                        service,
                        operation);
                cases++;
            }
        }
        Evidence.of(Area.NETWORK, "The proxy makes no tunnel")
                .tried("a proxy that is not there, wants a password, responds with 502, a redirect, no HTTP, nothing")
                .result("ConnectionException, NOT_SENT for a write; the proxy saw no credentials")
                .count(cases);
    }

    private static void checkTunnel(String answer, Service service, Operation operation) {
        try (RawServer proxy = proxy(answer)) {
            checkNotSent("https://acme.example.com", through(proxy.port()), "proxy", service, operation);

            assertThat(proxy.requests()).isNotEmpty().allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.head()).doesNotContainIgnoringCase("\r\nAuthorization:");
            });
        }
    }

    @Test
    void aProxysWishForAPasswordIsARefusal() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                try (RawServer proxy = proxy("HTTP/1.1 407 Authenticate\r\nContent-Length: 0\r\n\r\n");
                        Wire wire = new Wire(through(proxy.port()));
                        TimeTracker tracker = service.client(
                                "http://acme.example.com",
                                wire.options().allowInsecureHttp(true).build())) {
                    RejectedException failure =
                            catchThrowableOfType(RejectedException.class, () -> operation.run(service, tracker));

                    assertThat(failure).as(service + ", " + operation).isNotNull();
                    assertThat(failure.status()).hasValue(407);
                    assertThat(proxy.requests()).hasSize(1);
                    wire.assertNothingOpen();
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The proxy requires a password")
                .tried("407 to a request of plain http through a proxy")
                .result("RejectedException with the status, after one request; REJECTED for a write")
                .count(cases);
    }
}
