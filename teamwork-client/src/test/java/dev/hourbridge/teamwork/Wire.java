package dev.hourbridge.teamwork;

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
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    final MockWebServer server = new MockWebServer();
    static final Instant START = Instant.parse("2024-06-01T12:00:00Z");

    final ManualClock clock = new ManualClock(START);
    final TeamworkClient client;
    private final AtomicInteger open = new AtomicInteger();

    Wire() {
        this(ZoneId.of("America/New_York"));
    }

    Wire(ZoneId zone) {
        server.setServerSocketFactory(new NoDelay());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = TeamworkClient.builder()
                .baseUrl(server.url("/").toString())
                .apiKey("s3cr3t-key")
                .zone(zone)
                .http(HttpOptions.builder()
                        .clock(clock)
                        .sleeper(clock::sleep)
                        .okHttpClient(new OkHttpClient.Builder()
                                .eventListener(new OpenAnswers())
                                .build())
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
        return answers(200, json, headers);
    }

    Wire answers(int status, String json, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body(json);
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

    RecordedRequest request() {
        try {
            return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The method and the target of the next request. */
    String line() {
        RecordedRequest request = request();
        return request.getMethod() + " " + request.getTarget();
    }

    int requests() {
        return server.getRequestCount();
    }

    static JsonNode body(RecordedRequest request) {
        return json(Objects.requireNonNull(request.getBody(), "no body came").string(StandardCharsets.UTF_8));
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
        assertThat(open).as("answers left open").hasValue(0);
    }
}
