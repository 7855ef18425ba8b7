package dev.hourbridge.livetimer;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers what it is told, and a client of it. */
final class Wire implements AutoCloseable {
    static final String XML = "application/xml; charset=utf-8";

    final MockWebServer server = new MockWebServer();
    final LiveTimerClient client;

    Wire() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = LiveTimerClient.builder()
                .baseUrl(server.url("/").toString())
                .login("walter", "pässword")
                .http(HttpOptions.builder()
                        .sleeper(duration -> {})
                        .retryPolicy(RetryPolicy.builder().maxAttempts(3).build())
                        .build())
                .build();
    }

    Wire answer(int status, String body) {
        return answer(status, XML, body);
    }

    Wire answer(int status, String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(body)
                .build());
        return this;
    }

    /** As Rails of that age answers when it has nothing to say. */
    Wire answerNothing() {
        return answer(200, "text/html; charset=utf-8", " ");
    }

    RecordedRequest taken() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of the next request, without the XML declaration. */
    static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody())
                .string(StandardCharsets.UTF_8)
                .replaceFirst("<\\?xml[^>]*\\?>\\s*", "");
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
    }
}
