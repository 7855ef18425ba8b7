package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.Certificates;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawReply;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that send their callers elsewhere: nobody goes, and the credentials stay where they are. */
@Timeout(120)
class RedirectTest {
    private static final List<Integer> STATUSES = List.of(301, 302, 303, 307, 308);
    private static final Certificates CERTIFICATES = new Certificates();

    private static void serve(RawConnection connection, Function<RawRequest, RawReply> answer) throws IOException {
        for (Optional<RawRequest> request = connection.readRequest();
                request.isPresent();
                request = connection.readRequest()) {
            connection.write(answer.apply(request.get()).bytes());
        }
    }

    private static RawServer redirecting(ServerSocketFactory sockets, int status, String location) {
        return RawServer.start(
                sockets,
                connection -> serve(connection, request -> RawReply.of(status).header("Location", location)));
    }

    private static List<String> locations(RawServer other) {
        return List.of(
                other.url(),
                other.url("localhost") + "/entries?key=1",
                "//127.0.0.1:" + other.port() + "/entries",
                "http://user:password@127.0.0.1:" + other.port() + "/",
                "/entries",
                "",
                "ftp://127.0.0.1/",
                "http://[broken");
    }

    @Test
    void followsNone() {
        int cases = 0;
        int met = 0;
        for (Service service : Service.values()) {
            for (int status : STATUSES) {
                try (RawServer other = RawServer.start(connection -> GoodAnswers.serve(connection, service))) {
                    for (String location : locations(other)) {
                        for (Operation operation : Operation.values()) {
                            if (met++ % Samples.of(3, 1) == 0) {
                                checkFollowsNone(service, status, location, operation, other);
                                cases++;
                            }
                        }
                    }
                }
            }
        }
        Evidence.of(Area.NETWORK, "Redirects")
                .tried(STATUSES.size() + " statuses to another port, host, scheme, to the same origin and to no URL")
                .result("RedirectException after one request; the other server saw no connection")
                .count(cases);
    }

    private static void checkFollowsNone(
            Service service, int status, String location, Operation operation, RawServer other) {
        String what = status + " to " + location + ", " + service + ", " + operation;
        try (RawServer server = redirecting(ServerSocketFactory.getDefault(), status, location);
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            RedirectException failure =
                    catchThrowableOfType(RedirectException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            assertThat(failure.status()).as(what).hasValue(status);
            if (operation.isWrite()) {
                boolean refused = status == 301 || status == 307 || status == 308;
                assertThat(failure.outcome())
                        .as(what)
                        .hasValue(refused ? WriteOutcome.REJECTED : WriteOutcome.IN_DOUBT);
            }
            assertThat(server.requests()).as(what).hasSize(1);
            assertThat(other.connections()).as(what).isZero();
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    @Test
    void staysWithHttps() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                try (RawServer plain = RawServer.start(connection -> GoodAnswers.serve(connection, service));
                        RawServer server = redirecting(CERTIFICATES.good(), 307, plain.url("localhost"));
                        Wire wire = new Wire(CERTIFICATES.trusting());
                        TimeTracker tracker = service.client(
                                server.url("localhost"), wire.options().build())) {
                    assertThat(catchThrowableOfType(RedirectException.class, () -> operation.run(service, tracker)))
                            .isNotNull();

                    assertThat(plain.connections())
                            .as(service + ", " + operation)
                            .isZero();
                    wire.assertNothingOpen();
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "Redirects from https to http")
                .tried("307 to a server of plain http on the same host")
                .result("RedirectException; the other server saw no connection")
                .count(cases);
    }

    /** Challenges every request, to get a token at the place given. */
    private static RawServer challenging(String location) {
        String challenge = "WRAP location=\"" + location + "\", client_id=uri:TeamPulse";
        return RawServer.start(
                connection -> serve(connection, request -> RawReply.of(401).header("WWW-Authenticate", challenge)));
    }

    @Test
    void getsTokensFromNoOtherOrigin() {
        int cases = 0;
        for (Operation operation : Operation.values()) {
            try (RawServer other = tokens()) {
                List<String> locations = List.of(
                        other.url() + "/Authenticate/WRAPv0.9",
                        "//127.0.0.1:" + other.port() + "/WRAP",
                        other.url("localhost") + "/WRAP",
                        "https://127.0.0.1:" + other.port() + "/WRAP");
                for (String location : locations) {
                    checkStays(challenging(location), other, operation);
                    cases++;
                }
                for (int status : STATUSES) {
                    checkStays(redirectingTokens(status, other.url()), other, operation);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "Tokens from another origin")
                .tried(
                        "TeamPulse's challenges that name another port, host or scheme, and redirects of its token endpoint")
                .result("AuthenticationException, NOT_SENT; the other server saw no connection")
                .count(cases);
    }

    private static RawServer tokens() {
        return RawServer.start(connection -> serve(
                connection,
                request -> RawReply.of(200).body("application/x-www-form-urlencoded", "wrap_access_token=stolen")));
    }

    private static RawServer redirectingTokens(int status, String location) {
        return RawServer.start(connection -> serve(
                connection,
                request -> request.target().contains("WRAP")
                        ? RawReply.of(status).header("Location", location)
                        : RawReply.of(401).header("WWW-Authenticate", "WRAP")));
    }

    private static void checkStays(RawServer challenging, RawServer other, Operation operation) {
        try (RawServer server = challenging;
                Wire wire = new Wire();
                TimeTracker tracker = Service.login(server.url(), wire.options().build())) {
            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class, () -> operation.run(Service.TEAMPULSE, tracker));

            assertThat(failure).isNotNull();
            if (operation.isWrite()) {
                assertThat(failure.outcome()).hasValue(WriteOutcome.NOT_SENT);
            }
            assertThat(other.connections()).isZero();
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }
}
