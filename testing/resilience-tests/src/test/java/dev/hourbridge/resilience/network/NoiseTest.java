package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What comes before an answer, or is too much in its head. */
@Timeout(120)
class NoiseTest {
    private static final String CANARY = "CANARY-0f3a";

    private static final List<String> INTERIM = List.of(
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 102 Processing\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n",
            "HTTP/1.1 102 Processing\r\n\r\n".repeat(500));

    @Test
    void waitsForTheAnswerBehindInterimOnes() {
        int cases = 0;
        for (String interim : INTERIM) {
            for (Service service : Service.values()) {
                try (RawServer server = RawServer.start(connection -> serveAfter(interim, connection, service));
                        Wire wire = new Wire();
                        TimeTracker tracker =
                                service.client(server.url(), wire.options().build())) {
                    for (Operation operation : Operation.values()) {
                        operation.run(service, tracker);
                        cases++;
                    }
                    assertThat(server.connections()).isEqualTo(1);
                    wire.assertNothingOpen();
                }
            }
        }
        Evidence.of(Area.NETWORK, "Interim responses")
                .tried("100, 102 and 103, alone, together and 500 of them, before each response")
                .result("the response behind them, over one connection")
                .count(cases);
    }

    private static void serveAfter(String interim, RawConnection connection, Service service) throws IOException {
        for (Optional<RawRequest> request = connection.readRequest();
                request.isPresent();
                request = connection.readRequest()) {
            connection.write(interim);
            connection.write(GoodAnswers.to(request.get(), service).bytes());
        }
    }

    /** Heads that no service sends, or that are no heads. */
    private static final List<String> HEADS = List.of(
            "HTTP/1.1 200 OK\r\nX-Long: " + CANARY.repeat(1_000_000) + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\n" + ("X-Many: " + CANARY + "\r\n").repeat(100_000) + "\r\n",
            "HTTP/1.1 200 " + CANARY.repeat(1_000_000) + "\r\n\r\n",
            CANARY.repeat(1_000_000),
            CANARY + "\r\n\r\n",
            "HTTP/1.1 " + CANARY + "\r\n\r\n",
            "HTTP/9.9 200 " + CANARY + "\r\n\r\n",
            "SSH-2.0-" + CANARY + "\r\n",
            "\r\n\r\n" + CANARY,
            "\0\0\0" + CANARY + "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CANARY + "\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n" + CANARY + "\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + CANARY + "\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 11\r\n\r\n" + CANARY,
            "HTTP/1.1 204 No Content\r\nContent-Length: 11\r\n\r\n" + CANARY);

    @Test
    void refusesAHeadThatIsNone() {
        int cases = 0;
        for (String head : HEADS) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    checkRefuses(head, service, operation);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The response is no HTTP")
                .tried("heads of 11 MB, 100,000 headers, other protocols, chunks and invalid zips")
                .result("ConnectionException that repeats nothing of it; IN_DOUBT for a write")
                .count(cases);
    }

    private static void checkRefuses(String head, Service service, Operation operation) {
        String what = head.substring(0, Math.min(40, head.length())) + ", " + service + ", " + operation;
        RawServer.Script script = connection -> {
            connection.readRequest();
            connection.write(head).close();
        };
        try (RawServer server = RawServer.start(script);
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        server.url(),
                        wire.options().retryPolicy(RetryPolicy.never()).build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            if (operation.isWrite()) {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.IN_DOUBT);
            }
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            String hex = HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.US_ASCII));
            assertThat(trace.toString()).as(what).doesNotContain(CANARY, hex);
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }
}
