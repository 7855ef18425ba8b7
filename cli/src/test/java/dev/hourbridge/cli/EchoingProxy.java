package dev.hourbridge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Stands before a service, and answers some requests itself: with an error that has everything in it that
 * the request said, as an application in its debug mode does.
 */
final class EchoingProxy implements AutoCloseable {
    private static final Set<String> HOPS =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "expect");

    static {
        // Without it, each answer waits 40 ms for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final URI service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> credentials = new ConcurrentSkipListSet<>();

    /** The status with which a request is echoed, by method and path; 0 to let it through. */
    volatile BiFunction<String, String, Integer> echoes = (method, path) -> 0;

    /** What the service says in place of the request; empty to echo it. */
    volatile String words = "";

    /** What becomes of the body of a response that is let through. */
    volatile UnaryOperator<byte[]> change = UnaryOperator.identity();

    EchoingProxy(URI service) {
        this.service = service;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "echoing-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** The service's URL, by way of this. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + service.getPath();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** Every value of an Authorization header so far, whole and in its parts. */
    Set<String> credentials() {
        return new TreeSet<>(credentials);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                credentials.add(authorization
                        .substring(authorization.indexOf(' ') + 1)
                        .replaceFirst("^access_token=", "")
                        .replace("\"", ""));
            }
            int status = echoes.apply(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            if (status == 0) {
                forward(exchange, body);
            } else {
                echo(exchange, status, String.valueOf(authorization), new String(body, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOPS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!HOPS.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> exchange.getResponseHeaders()
                        .add(name, value.replace(origin(service), origin(URI.create(url())))));
            }
        });
        reply(exchange, answer.statusCode(), change.apply(answer.body()));
    }

    private void echo(HttpExchange exchange, int status, String authorization, String body) throws IOException {
        String plain = authorization.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8)
                : "";
        String echoed = (exchange.getRequestURI() + " Authorization: " + authorization + " (" + plain + ") " + body)
                .replaceAll("[<>&\\\\]", " ")
                .replace("\"", "'");
        String text = words.isEmpty() ? echoed : words;
        boolean xml =
                String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("xml");
        exchange.getResponseHeaders().set("Content-Type", xml ? "application/xml" : "application/json");
        String answer = xml
                ? "<?xml version=\"1.0\"?><errors><error>"
                        + text.replace("&", "&amp;").replace("<", "&lt;") + "</error></errors>"
                : "{\"STATUS\":\"Error\",\"MESSAGE\":\"%1$s\",\"message\":\"%1$s\",\"error\":\"%1$s\",\"errors\":[\"%1$s\"]}"
                        .formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
        reply(exchange, status, answer.getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
