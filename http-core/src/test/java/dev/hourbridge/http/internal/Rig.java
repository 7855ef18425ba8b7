package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;

/** A server, a client of it, and a manual clock. Closing it asserts that every response is closed. */
final class Rig implements AutoCloseable {
    static final Service SERVICE = Service.of("testing");

    static final ServiceRules RULES = new ServiceRules() {
        @Override
        public List<String> accepted() {
            return List.of("application/json", "application/xml");
        }

        @Override
        public List<String> errors(ApiResponse response) {
            return response.text().startsWith("E:") ? List.of(response.text().substring(2)) : List.of();
        }
    };

    final MockWebServer server = new MockWebServer();
    final FakeTime time = new FakeTime();
    final OpenCalls calls = new OpenCalls();
    final OkHttpClient okHttpClient =
            new OkHttpClient.Builder().eventListener(calls).build();
    private final List<ApiClient> clients = new ArrayList<>();

    private Rig() throws IOException {
        server.start();
    }

    static Rig start() throws IOException {
        return new Rig();
    }

    HttpOptions.Builder options() {
        return HttpOptions.builder()
                .clock(time)
                .sleeper(time)
                .readTimeout(Duration.ofSeconds(5))
                .okHttpClient(okHttpClient);
    }

    ApiClient client() {
        return client(options().build());
    }

    ApiClient client(HttpOptions options) {
        return client(options, Authentication.none());
    }

    ApiClient client(HttpOptions options, Authentication authentication) {
        return client(ApiClient.builder(SERVICE, "baseUrl", server.url("/").toString())
                .options(options)
                .rules(RULES)
                .authentication(authentication));
    }

    ApiClient client(ApiClientBuilder builder) {
        ApiClient client = builder.build();
        clients.add(client);
        return client;
    }

    Rig response(MockResponse.Builder response) {
        server.enqueue(response.build());
        return this;
    }

    Rig response(int status) {
        return response(new MockResponse.Builder().code(status));
    }

    Rig respondJson(int status, String body) {
        return response(json(status, body));
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    @Override
    public void close() {
        calls.assertNone();
        clients.forEach(ApiClient::close);
        okHttpClient.connectionPool().evictAll();
        server.close();
    }
}
