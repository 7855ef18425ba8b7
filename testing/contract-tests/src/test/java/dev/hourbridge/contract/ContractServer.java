package dev.hourbridge.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers as a probe tells it, and shows what came. */
final class ContractServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final String contentType;

    ContractServer(String contentType) {
        this.contentType = contentType;
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a trailing slash. */
    String url() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    void answer(int status, String body) {
        answer(status, body, Map.of());
    }

    void answer(int status, String body, Map<String, String> headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        if (!body.isEmpty()) {
            response.addHeader("Content-Type", contentType + "; charset=utf-8");
        }
        headers.forEach(response::addHeader);
        server.enqueue(response.build());
    }

    RecordedRequest take() {
        try {
            return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes over the requests that nobody took. */
    void forgetRequests() {
        try {
            RecordedRequest passed;
            do {
                passed = server.takeRequest(0, TimeUnit.SECONDS);
            } while (passed != null);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The method and the target of the next request. */
    String takeLine() {
        RecordedRequest request = take();
        return request.getMethod() + " " + request.getTarget();
    }

    /** The body of the next request. */
    String takeBody() {
        return Objects.requireNonNull(take().getBody(), "no body came").string(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
