package dev.hourbridge.http.internal.xml;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.Service;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;

/** Creates responses that arrived over a socket. */
final class Served {
    private Served() {}

    static ApiResponse xml(String body) {
        return response("application/xml; charset=utf-8", new Buffer().writeUtf8(body));
    }

    static ApiResponse response(String type, Buffer body) {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", type)
                    .body(body)
                    .build());
            server.start();
            try (ApiClient api = ApiClient.builder(
                            Service.of("testing"), "baseUrl", server.url("/").toString())
                    .options(HttpOptions.ofDefaults())
                    .rules(() -> List.of("application/xml"))
                    .build()) {
                return api.read(ApiRequest.get("getEntry", "it"));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
