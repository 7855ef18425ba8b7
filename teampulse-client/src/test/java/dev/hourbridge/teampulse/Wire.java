package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.simulators.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** A server that answers as told, and a client of it. Closing it checks that no answer was left open. */
final class Wire implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final String LIST = "{\"totalResults\":%d,\"top\":%d,\"results\":[%s]}";

    final MockWebServer server = new MockWebServer();
    final ManualClock clock = new ManualClock(Instant.parse("2024-06-01T12:00:00Z"));
    final TeamPulseClient client;
    private final AtomicInteger open = new AtomicInteger();

    /** A client with an access token that never ends. */
    Wire() {
        this(builder -> builder.token("t0ken"));
    }

    Wire(UnaryOperator<TeamPulseClient.Builder> credentials) {
        server.setServerSocketFactory(new NoDelay());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = credentials
                .apply(TeamPulseClient.builder().baseUrl(base()).http(options()))
                .build();
    }

    String base() {
        return server.url("/TeamPulse").toString();
    }

    HttpOptions options() {
        return HttpOptions.builder()
                .clock(clock)
                .sleeper(clock::sleep)
                .okHttpClient(new OkHttpClient.Builder()
                        .eventListener(new OpenAnswers())
                        .build())
                .build();
    }

    private final class OpenAnswers extends EventListener {
        @Override
        public void connectionAcquired(Call call, Connection connection) {
            open.incrementAndGet();
        }

        @Override
        public void connectionReleased(Call call, Connection connection) {
            open.decrementAndGet();
        }
    }

    Wire answers(String json, String... headers) {
        return answersAs("application/json; charset=utf-8", 200, json, headers);
    }

    Wire answers(int status, String json, String... headers) {
        return answersAs("application/json; charset=utf-8", status, json, headers);
    }

    Wire answersAs(String contentType, int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(body);
        for (String header : headers) {
            response.addHeader(header);
        }
        server.enqueue(response.build());
        return this;
    }

    Wire answersNothing(int status, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        for (String header : headers) {
            response.addHeader(header);
        }
        server.enqueue(response.build());
        return this;
    }

    /** Answers with a page of entries of the ids, announcing as many as there are on it. */
    Wire answersEntries(int... ids) {
        return answersEntriesOf(ids.length, ids);
    }

    Wire answersEntriesOf(int total, int... ids) {
        StringBuilder rows = new StringBuilder();
        for (int id : ids) {
            rows.append(rows.isEmpty() ? "" : ",").append(entry(id));
        }
        return answers(LIST.formatted(total, ids.length, rows));
    }

    static String entry(int id) {
        return "{\"id\":" + id
                + ",\"date\":\"2013-10-02\",\"hours\":6,\"type\":\"Billable\",\"userId\":1,\"taskId\":10}";
    }

    RecordedRequest request() {
        try {
            return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The method and the path of the next request. */
    String line() {
        RecordedRequest request = request();
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }

    /** A query parameter of the next request, decoded as ASP.NET does. */
    String parameter(String name) {
        return String.valueOf(request().getUrl().queryParameter(name));
    }

    int requests() {
        return server.getRequestCount();
    }

    static String text(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody(), "no body came").string(StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fixture(String name) {
        try (InputStream in = Objects.requireNonNull(Wire.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        long start = System.nanoTime();
        while (open.get() > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
            Thread.onSpinWait(); // A cancelled call releases its connection on a thread of its own.
        }
        assertThat(open).as("answers left open").hasValue(0);
    }
}
