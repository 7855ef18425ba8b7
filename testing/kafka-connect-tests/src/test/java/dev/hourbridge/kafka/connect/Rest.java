package dev.hourbridge.kafka.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The REST interface of a worker. */
final class Rest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI worker;

    Rest(URI worker) {
        this.worker = worker;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(worker.resolve(path)).build());
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    JsonNode patch(String path, Object body) throws IOException, InterruptedException {
        return send("PATCH", path, body);
    }

    void delete(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(worker.resolve(path)).DELETE().build());
    }

    /** Creates or changes a connector. While the workers agree on who does what, the request is sent again. */
    void connector(String name, Map<String, String> properties) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            JsonNode response = put("/connectors/" + name + "/config", properties);
            if (!response.has("error_code")) {
                return;
            }
            if (response.path("error_code").asInt() != 409) {
                throw new IOException("The worker rejected the connector: " + response);
            }
            Waiting.pause();
        }
        throw new IOException("The worker took no connector.");
    }

    /** Returns the state of the first task of the connector with this path. */
    String state(String connector) throws IOException, InterruptedException {
        JsonNode status = get(connector + "/status");
        JsonNode tasks = status.path("tasks");
        return tasks.isEmpty() ? "NO TASK" : tasks.path(0).path("state").asText();
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(worker.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
