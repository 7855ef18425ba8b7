package dev.hourbridge.benchmarks.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hourbridge.benchmarks.reading.Bodies;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the lists of Teamwork, TeamPulse, LiveTimer and Codebase. Each list has the given number of entries, which are
 * generated while they are sent. Teamwork returns at most 50,000 rows of a query, as documented.
 */
public final class GeneratedServices implements AutoCloseable {
    private static final int TEAMWORK_MOST_ROWS = 50_000;
    private static final int TEAMPULSE_MOST_ROWS = 100;
    private static final int CODEBASE_AT_ONCE = 500;

    private final int entries;
    private final @Nullable RequestLimit limit;
    private final @Nullable Map<String, byte[]> kept;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private GeneratedServices(int entries, @Nullable RequestLimit limit, @Nullable Map<String, byte[]> kept)
            throws IOException {
        // The server's class reads this property when it is loaded. Without it, a response waits 40 ms because of
        // Nagle's algorithm.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.entries = entries;
        this.limit = limit;
        this.kept = kept;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::response);
        server.setExecutor(threads);
        server.start();
    }

    /** Starts a server whose lists have this number of entries. */
    public static GeneratedServices start(int entries) throws IOException {
        return new GeneratedServices(entries, null, null);
    }

    /** Starts a server that retains each page of Teamwork and LiveTimer, so sending it again costs almost nothing. */
    public static GeneratedServices startRetaining(int entries) throws IOException {
        return new GeneratedServices(entries, null, new ConcurrentHashMap<>());
    }

    /** Starts a server that accepts no more requests than the limit. */
    public static GeneratedServices start(int entries, RequestLimit limit) throws IOException {
        return new GeneratedServices(entries, limit, null);
    }

    /** Returns the address of the server. */
    public String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    private void response(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (limit != null && !limit.admits(exchange.getResponseHeaders())) {
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestURI().getPath()) {
                case "/time_entries.json" -> teamwork(exchange, query);
                case "/time_entries.xml" -> liveTimer(exchange, query);
                case "/api/v1/timeentries" -> teamPulse(exchange, query);
                case "/website/time_sessions" -> codebase(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void teamwork(HttpExchange exchange, Map<String, String> query) throws IOException {
        int first = Math.min(entries, query.containsKey("fromdate") ? rowOf(query.get("fromdate"), 0) : 0);
        int end = Math.min(entries, query.containsKey("todate") ? rowOf(query.get("todate"), 1) : entries);
        int rows = Math.min(TEAMWORK_MOST_ROWS, end - first);
        int size = number(query, "pageSize", 100);
        int page = number(query, "page", 1);
        int from = Math.min(rows, (page - 1) * size);
        exchange.getResponseHeaders().set("X-Page", Integer.toString(page));
        exchange.getResponseHeaders().set("X-Pages", Integer.toString(Math.max(1, (rows + size - 1) / size)));
        exchange.getResponseHeaders().set("X-Records", Integer.toString(rows));
        int count = Math.min(size, rows - from);
        send(exchange, "application/json", () -> Bodies.teamwork(first + from, count, true));
    }

    private static int rowOf(@Nullable String day, int later) {
        return Bodies.firstTeamworkRow(LocalDate.parse(String.valueOf(day), DateTimeFormatter.BASIC_ISO_DATE)
                .plusDays(later));
    }

    private void liveTimer(HttpExchange exchange, Map<String, String> query) throws IOException {
        int start = number(query, "start", 1);
        int end = Math.min(entries, number(query, "end", 50));
        int count = Math.max(0, end - start + 1);
        send(exchange, "application/xml", () -> Bodies.liveTimer(start, count, entries, start));
    }

    private void teamPulse(HttpExchange exchange, Map<String, String> query) throws IOException {
        int skip = Math.min(entries, number(query, "$skip", 0));
        int top = Math.min(TEAMPULSE_MOST_ROWS, number(query, "$top", TEAMPULSE_MOST_ROWS));
        send(exchange, "application/json", () -> Bodies.teamPulse(skip, Math.min(top, entries - skip), entries));
    }

    private void codebase(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(Bodies.CODEBASE_HEAD.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < entries; i += CODEBASE_AT_ONCE) {
                StringBuilder xml = new StringBuilder();
                Bodies.codebaseRows(xml, i + 1, Math.min(CODEBASE_AT_ONCE, entries - i));
                out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            }
            out.write(Bodies.CODEBASE_END.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void send(HttpExchange exchange, String type, Supplier<byte[]> made) throws IOException {
        String key = exchange.getRequestURI().toString();
        byte[] body = kept == null ? made.get() : kept.computeIfAbsent(key, page -> made.get());
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                query.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static int number(Map<String, String> query, String name, int other) {
        return Integer.parseInt(query.getOrDefault(name, Integer.toString(other)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Serves lists with the number of entries in its argument until its input ends. Prints the URLs. */
    public static void main(String[] arguments) throws IOException {
        try (GeneratedServices services = start(Integer.parseInt(arguments[0]))) {
            System.out.println(services.url());
            while (System.in.read() >= 0) {
                // The process that started this one closes its input when it has finished.
            }
        }
    }
}
