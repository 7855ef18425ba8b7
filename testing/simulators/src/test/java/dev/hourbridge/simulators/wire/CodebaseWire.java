package dev.hourbridge.simulators.wire;

import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Sends requests with the headers that Codebase demands. */
public final class CodebaseWire {
    private final URI base;
    private final String authorization;
    private final String accept;
    private final String contentType;

    private CodebaseWire(URI base, String authorization, String accept, String contentType) {
        this.base = base;
        this.authorization = authorization;
        this.accept = accept;
        this.contentType = contentType;
    }

    public static CodebaseWire of(CodebaseSimulator codebase) {
        return of(codebase, codebase.account() + "/" + codebase.username(), codebase.apiKey());
    }

    public static CodebaseWire of(CodebaseSimulator codebase, String username, String key) {
        String pair = Base64.getEncoder().encodeToString((username + ":" + key).getBytes(StandardCharsets.UTF_8));
        return new CodebaseWire(codebase.url(), "Basic " + pair, "application/xml", "application/xml");
    }

    public CodebaseWire speaking(String otherAccept, String otherContentType) {
        return new CodebaseWire(base, authorization, otherAccept, otherContentType);
    }

    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(String method, String path, String body, BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", authorization)
                .header("Accept", accept)
                .header("Content-Type", contentType)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return Wire.HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }
}
