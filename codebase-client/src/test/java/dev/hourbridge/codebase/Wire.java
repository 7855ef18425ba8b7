package dev.hourbridge.codebase;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers as told, and a client of it. */
final class Wire implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    final CodebaseClient client;

    Wire(String... projects) {
        try {
            server.setServerSocketFactory(new NoDelay());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = CodebaseClient.builder()
                .baseUrl(server.url("/").toString())
                .account("acme")
                .username("alice")
                .apiKey("s3cr3t-key")
                .projects(projects)
                .http(HttpOptions.builder()
                        .retryPolicy(RetryPolicy.builder().maxAttempts(1).build())
                        .build())
                .build();
    }

    void answers(int status, String xml) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/xml; charset=utf-8")
                .body(xml)
                .build());
    }

    void answersNothing(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    void answers(MockResponse response) {
        server.enqueue(response);
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

    static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody(), "no body came").string(StandardCharsets.UTF_8);
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
