package dev.hourbridge.simulators.internal;

import static dev.hourbridge.simulators.Requests.any;
import static dev.hourbridge.simulators.Requests.method;
import static dev.hourbridge.simulators.Requests.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.LoggedRequest;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.RawConnection;
import dev.hourbridge.simulators.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared server, with a list of words as its service. */
class SimulatorServerTest {
    private final List<String> words = new ArrayList<>();
    private final ManualClock clock = new ManualClock(Instant.parse("2008-01-08T18:27:39Z"));
    private final SimulatorServer server = SimulatorServer.start(new WordService(words), 0, clock);
    private final Wire wire = new Wire(server.url(), null, "text/plain");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void respondsOnLoopbackAndStopsWithClose() {
        assertThat(server.url().getHost()).isEqualTo("127.0.0.1");
        assertThat(wire.post("/words", "one").statusCode()).isEqualTo(201);
        assertThat(wire.get("/words").body()).isEqualTo("one");

        server.close();

        assertThatThrownBy(() -> wire.get("/words")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void respondsOnAKeptConnectionWithoutTheDelayedAcknowledgement() throws IOException {
        wire.post("/words", "one");
        try (RawConnection connection = new RawConnection(server.url())) {
            long start = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                connection.send("GET /words", "");
                connection.line();
                assertThat(connection.skipBody(connection.head())).isEqualTo("one".getBytes(StandardCharsets.US_ASCII));
            }
            // With the delay it would be 50 times 40 ms.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void logsWhatArrivedWithNamesOfParametersButNoValues() {
        wire.get("/words?secret=1&b=2&secret=3");
        wire.post("/words", "one");

        assertThat(server.log().count()).isEqualTo(2);
        assertThat(server.log().count("create")).isEqualTo(1);
        assertThat(server.log().countsByOperation()).containsEntry("list", 1L).containsEntry("create", 1L);
        LoggedRequest first = server.log().all().get(0);
        assertThat(first.method()).isEqualTo("GET");
        assertThat(first.path()).isEqualTo("/words");
        assertThat(first.queryNames()).containsExactly("secret", "b");
        assertThat(server.log().count(method("post"))).isEqualTo(1);

        server.log().clear();
        assertThat(server.log().count()).isZero();
    }

    @Test
    void dropsAConnectionWithoutAReset() throws IOException {
        server.faults().next(any(), Fault.dropped());
        try (RawConnection connection = new RawConnection(server.url())) {
            connection.send("POST /words", "one", "Content-Length: 3");
            assertThat(connection.read()).isEqualTo(-1);
        }
    }

    @Test
    void dropsTheRequestBeforeItIsProcessed() {
        server.faults().next(operation("create"), Fault.dropped());

        assertThatThrownBy(() -> wire.post("/words", "one")).isInstanceOf(UncheckedIOException.class);

        assertThat(words).isEmpty();
        assertThat(server.log().count("create")).isEqualTo(1);
        assertThat(wire.post("/words", "two").statusCode()).isEqualTo(201);
    }

    @Test
    void losesTheResponseAfterProcessing() {
        server.faults().next(method("POST"), Fault.lostResponse());

        assertThatThrownBy(() -> wire.post("/words", "one")).isInstanceOf(UncheckedIOException.class);

        assertThat(words).containsExactly("one");
    }

    @Test
    void countsOnlyMatchingRequestsToTheNth() {
        server.faults().nth(2, operation("create"), Fault.status(503));

        assertThat(wire.post("/words", "one").statusCode()).isEqualTo(201);
        assertThat(wire.get("/words").statusCode()).isEqualTo(200);
        assertThat(wire.post("/words", "two").statusCode()).isEqualTo(503);
        assertThat(wire.post("/words", "three").statusCode()).isEqualTo(201);
        assertThat(words).containsExactly("one", "three");
        assertThat(server.faults().fired()).isEqualTo(1);
    }

    @Test
    void queuesTheFaultsForTheNextRequests() {
        server.faults()
                .next(any(), Fault.status(500))
                .next(any(), Fault.status(501))
                .next(operation("create"), Fault.status(502));

        assertThat(wire.get("/words").statusCode()).isEqualTo(500);
        assertThat(wire.post("/words", "one").statusCode()).isEqualTo(501);
        assertThat(wire.get("/words").statusCode()).isEqualTo(200);
        assertThat(wire.post("/words", "two").statusCode()).isEqualTo(502);
        assertThat(wire.post("/words", "three").statusCode()).isEqualTo(201);
        assertThat(server.faults().fired()).isEqualTo(3);
    }

    @Test
    void aFaultWhoseRequestGotAnotherOneWaitsForTheNextMatch() {
        server.faults()
                .always(method("PUT"), Fault.status(500))
                .nth(2, any(), Fault.status(501))
                .nth(2, any(), Fault.status(502));

        assertThat(wire.get("/words").statusCode()).isEqualTo(200);
        assertThat(wire.put("/words", "one").statusCode()).isEqualTo(500);
        assertThat(wire.get("/words").statusCode()).isEqualTo(501);
        assertThat(wire.get("/words").statusCode()).isEqualTo(502);
        assertThat(wire.get("/words").statusCode()).isEqualTo(200);
    }

    @Test
    void commitsLateAfterTheGivenNumberOfRequests() {
        server.faults().next(operation("create"), Fault.dropped().committedAfter(2));
        assertThatThrownBy(() -> wire.post("/words", "late")).isInstanceOf(UncheckedIOException.class);

        assertThat(wire.get("/words").body()).isEmpty();
        assertThat(server.faults().pendingCommits()).isEqualTo(1);
        assertThat(wire.get("/words").body()).isEmpty();
        assertThat(wire.get("/words").body()).isEqualTo("late");
        assertThat(server.faults().pendingCommits()).isZero();
    }

    @Test
    void commitsLateWhenTheClockSays() {
        server.faults().next(operation("create"), Fault.status(504).committedLater(Duration.ofSeconds(30)));
        assertThat(wire.post("/words", "late").statusCode()).isEqualTo(504);

        clock.advance(Duration.ofSeconds(29));
        assertThat(wire.get("/words").body()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(wire.get("/words").body()).isEqualTo("late");
    }

    @Test
    void commitsLateOnRequest() {
        server.faults().next(operation("create"), Fault.dropped().committedAfter(1000));
        assertThatThrownBy(() -> wire.post("/words", "late")).isInstanceOf(UncheckedIOException.class);

        server.faults().commitNow();

        assertThat(wire.get("/words").body()).isEqualTo("late");
    }

    @Test
    void truncatesTheResponseOfACommittedRequest() {
        server.faults().next(operation("create"), Fault.truncated());

        assertThatThrownBy(() -> wire.post("/words", "one")).isInstanceOf(UncheckedIOException.class);

        assertThat(words).containsExactly("one");
    }

    @Test
    void resetsTheConnection() throws IOException {
        server.faults().next(any(), Fault.reset());
        try (RawConnection connection = new RawConnection(server.url())) {
            connection.send("GET /words", "");
            assertThatThrownBy(connection::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void throttlesInBothStyles() {
        server.faults().next(any(), Fault.throttled(Duration.ofSeconds(7)));
        server.faults().nth(2, any(), Fault.throttledAs400(Duration.ofSeconds(8)));

        HttpResponse<String> first = wire.get("/words");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(wire.get("/words").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0", "PT0.02S,1", "PT1S,1", "PT1.000000001S,2", "PT7S,7"})
    void roundsAThrottleUpToWholeSeconds(Duration wait, String header) {
        server.faults().next(any(), Fault.throttled(wait));

        assertThat(wire.get("/words").headers().firstValue("Retry-After")).contains(header);
    }

    @Test
    void respondsWithServerErrorsBeforeAndAfterTheCommit() {
        server.faults()
                .next(any(), Fault.status(500))
                .nth(2, any(), Fault.status(500).afterCommit());

        assertThat(wire.post("/words", "one").statusCode()).isEqualTo(500);
        assertThat(wire.post("/words", "two").statusCode()).isEqualTo(500);
        assertThat(words).containsExactly("two");
    }

    @Test
    void respondsWithAnHtmlPageWith200() {
        server.faults().next(any(), Fault.html());

        HttpResponse<String> page = wire.get("/words");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void sendsAGzipBomb() throws IOException, InterruptedException {
        server.faults().next(any(), Fault.gzipBomb());

        HttpResponse<byte[]> bomb = Wire.HTTP.send(wire.request("GET", "/words", null), BodyHandlers.ofByteArray());

        assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.body().length).isLessThan(1_000_000);
        long size = 0;
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bomb.body()))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
            }
        }
        assertThat(size).isEqualTo(64L * 1024 * 1024);
    }

    @Test
    void holdsAResponseUntilReleased() throws Exception {
        server.faults().next(operation("create"), Fault.held());
        CompletableFuture<HttpResponse<String>> response =
                Wire.HTTP.sendAsync(wire.request("POST", "/words", "one"), BodyHandlers.ofString());
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (server.locked(words::isEmpty)) {
            assertThat(System.nanoTime()).as("time for processing").isLessThan(deadline);
        }
        assertThat(wire.get("/words").body()).isEqualTo("one");
        assertThat(response).isNotDone();

        server.faults().release();

        assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
    }

    @Test
    void delaysResponsesByTheLatency() {
        server.faults().latency(Duration.ofMillis(30));
        long start = System.nanoTime();
        wire.get("/words");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void repeatsRandomFaultsForASeed() {
        assertThat(randomStatuses(42)).isEqualTo(randomStatuses(42)).contains(200, 503);
        assertThat(randomStatuses(43)).isNotEqualTo(randomStatuses(42));
    }

    private List<Integer> randomStatuses(long seed) {
        server.faults().clear().atRandom(seed, 0.5, any(), Fault.status(503));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            statuses.add(wire.get("/words").statusCode());
        }
        server.faults().clear();
        return statuses;
    }

    @Test
    void streamsABodyWhileItIsMade() {
        HttpResponse<String> response = wire.get("/stream");

        assertThat(response.headers().firstValue("Transfer-Encoding")).contains("chunked");
        assertThat(response.body()).hasSize(5 * 100_000).startsWith("00000").endsWith("99999");
    }

    @Test
    void leavesAConnectionCleanAfterAStream() throws IOException {
        try (RawConnection connection = new RawConnection(server.url())) {
            for (int i = 0; i < 3; i++) {
                connection.send("GET /stream", "");
                assertThat(connection.line()).isEqualTo("HTTP/1.1 200 OK");
                while (!connection.line().equals("0")) {}
                assertThat(connection.line()).isEmpty();
            }
        }
    }

    @Test
    void truncatesAStream() {
        server.faults().next(any(), Fault.truncated());

        assertThatThrownBy(() -> wire.get("/stream")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void rejectsAFaultThatCannotBe() {
        assertThatThrownBy(() -> Fault.truncated().committedAfter(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Fault.status(200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.throttled(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.throttledAs400(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.faults().nth(0, any(), Fault.reset()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final class WordService implements Service {
        private final List<String> words;

        WordService(List<String> words) {
            this.words = words;
        }

        @Override
        public String operation(Call call) {
            return call.method().equals("POST") ? "create" : "list";
        }

        @Override
        public Reply respond(Call call) {
            if (call.path().equals("/stream")) {
                return Reply.streamed(200, "text/plain", out -> {
                    for (int i = 0; i < 100_000; i++) {
                        out.write("%05d".formatted(i).getBytes(StandardCharsets.US_ASCII));
                    }
                });
            }
            if (call.method().equals("POST")) {
                words.add(call.bodyText());
                return Reply.of(201, "text/plain", "created");
            }
            return Reply.of(200, "text/plain", String.join(",", words));
        }

        @Override
        public Reply failure(int status) {
            return Reply.of(status, "text/plain", "failed");
        }
    }
}
