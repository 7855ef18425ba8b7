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
import dev.hourbridge.resilience.wire.Certificates;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTPS with certificates that are not to be trusted, and one that is. */
@Timeout(120)
class CertificateTest {
    private static final Certificates CERTIFICATES = new Certificates();

    private static Map<ServerSocketFactory, String> untrusted() {
        Map<ServerSocketFactory, String> words = new LinkedHashMap<>();
        words.put(CERTIFICATES.ofUnknownAuthority(), "was issued by an untrusted issuer");
        words.put(CERTIFICATES.selfSigned(), "was issued by an untrusted issuer");
        words.put(CERTIFICATES.expired(), "has expired or is not valid yet");
        words.put(CERTIFICATES.early(), "has expired or is not valid yet");
        words.put(CERTIFICATES.ofOtherHost(), "is for another host");
        return words;
    }

    @Test
    void sendsNothingToAServerThatItDoesNotTrust() {
        int cases = 0;
        for (Map.Entry<ServerSocketFactory, String> bad : untrusted().entrySet()) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    checkRefuses(bad.getKey(), bad.getValue(), service, operation);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "A certificate that is not to be trusted")
                .tried("an unknown authority, self-signed, expired, not valid yet, for another name")
                .result("rejected at the first attempt, with the host, the reason and the remedy; nothing sent")
                .count(cases);
    }

    private static void checkRefuses(ServerSocketFactory sockets, String words, Service service, Operation operation) {
        String what = words + ", " + service + ", " + operation;
        try (RawServer server = RawServer.start(sockets, connection -> GoodAnswers.serve(connection, service));
                Wire wire = new Wire(CERTIFICATES.trusting());
                TimeTracker tracker = service.client(
                        server.url(Certificates.HOST), wire.options().build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            assertThat(failure)
                    .as(what)
                    .hasMessageContaining(Certificates.HOST + ":" + server.port())
                    .hasMessageContaining(words)
                    .hasMessageContaining("OkHttpClient that trusts");
            assertThat(failure.attempts()).as(what).isEqualTo(1);
            if (operation.isWrite()) {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.NOT_SENT);
            }
            assertThat(server.requests()).as(what).isEmpty();
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    @Test
    void worksWithACertificateThatTheUsersClientTrusts() {
        int cases = 0;
        for (Service service : Service.values()) {
            try (RawServer server =
                            RawServer.start(CERTIFICATES.good(), connection -> GoodAnswers.serve(connection, service));
                    Wire wire = new Wire(CERTIFICATES.trusting());
                    TimeTracker tracker = service.client(
                            server.url(Certificates.HOST), wire.options().build())) {
                for (int round = 0; round < 3; round++) {
                    for (Operation operation : Operation.values()) {
                        operation.run(service, tracker);
                        cases++;
                    }
                }
                assertThat(server.connections()).as(service.name()).isEqualTo(1);
                wire.assertNothingOpen();
            }
        }
        Evidence.of(Area.NETWORK, "A certificate of a private authority")
                .tried("list, get, create and delete, thrice, with an OkHttpClient that trusts it")
                .result("all as over any connection, and over a single one")
                .count(cases);
    }

    @Test
    void makesAnEntryOnceAlthoughTheIdleConnectionHasEnded() throws Exception {
        for (Service service : Service.values()) {
            CountDownLatch ended = new CountDownLatch(1);
            try (RawServer server = RawServer.start(CERTIFICATES.good(), connection -> {
                        RawRequest request = connection.readRequest().orElseThrow();
                        connection
                                .write(GoodAnswers.to(request, service).bytes())
                                .close();
                        ended.countDown();
                    });
                    Wire wire = new Wire(CERTIFICATES.trusting());
                    TimeTracker tracker = service.client(
                            server.url(Certificates.HOST), wire.options().build())) {
                Operation.GET.run(service, tracker);
                assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();

                Operation.CREATE.run(service, tracker);

                assertThat(server.requests()).extracting(RawRequest::method).containsExactly("GET", "POST");
                wire.assertNothingOpen();
            }
        }
    }

    @Test
    void saysThatAPortDoesNotSpeakTheSchemeOfTheBaseUrl() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                checkPlainBehindHttps(service, operation);
                checkHttpsBehindPlain(service, operation);
                cases += 2;
            }
        }
        Evidence.of(Area.NETWORK, "The port speaks the other scheme")
                .tried("https to a port of plain http, and the other way round")
                .result("ConnectionException; NOT_SENT where it was https that was wanted")
                .count(cases);
    }

    private static void checkPlainBehindHttps(Service service, Operation operation) {
        try (RawServer server = RawServer.start(connection -> {
                    connection.readLine();
                    connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                });
                Wire wire = new Wire(CERTIFICATES.trusting());
                TimeTracker tracker = service.client(
                        "https://localhost:" + server.port(), wire.options().build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).hasMessageContaining("could not be sent");
            if (operation.isWrite()) {
                assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            }
            assertThat(server.requests()).isEmpty();
            wire.assertNothingOpen();
        }
    }

    private static void checkHttpsBehindPlain(Service service, Operation operation) {
        try (RawServer server =
                        RawServer.start(CERTIFICATES.good(), connection -> GoodAnswers.serve(connection, service));
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        "http://localhost:" + server.port(), wire.options().build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).isNotNull();
            assertThat(server.requests()).isEmpty();
            wire.assertNothingOpen();
        }
    }
}
