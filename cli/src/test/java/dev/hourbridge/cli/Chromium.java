package dev.hourbridge.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page, driven through its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final int LEAST_DESKTOP = 1_000;

    private final JsonMapper json = new JsonMapper();
    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<JsonNode> loads = new LinkedBlockingQueue<>();
    private int lastId;

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(page, new Listener())
                .join();
    }

    /** Where it is on this machine; the variable HOURBRIDGE_CHROMIUM comes before the usual places. */
    private static Optional<Path> find() {
        String named = System.getenv("HOURBRIDGE_CHROMIUM");
        return Stream.of(
                        named == null ? "" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it. Where there is none, the test is skipped, or fails with {@code -Pbrowser}. */
    static Chromium startOrSkip(Path profile) throws Exception {
        Optional<Path> program = find();
        if (!"required".equals(System.getProperty("hourbridge.browser"))) {
            assumeTrue(
                    program.isPresent(),
                    "SKIPPED: no Chromium on this machine, so no report was opened in a browser. Install one, or name"
                            + " it in HOURBRIDGE_CHROMIUM.");
        }
        return start(
                program.orElseThrow(
                        () -> new IllegalStateException("-Pbrowser needs a Chromium: apt-get install chromium")),
                profile);
    }

    private static Chromium start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(Redirect.DISCARD)
                .redirectErrorStream(false)
                .start();
        try {
            String label = process.errorReader()
                    .lines()
                    .filter(line -> line.startsWith("DevTools listening on "))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Chromium did not start"));
            URI browser = URI.create(label.substring(label.indexOf("ws://")));
            JsonNode tabs = new JsonMapper().readTree(get("http://" + browser.getAuthority() + "/json/list"));
            for (JsonNode tab : tabs) {
                if (tab.path("type").asText().equals("page")) {
                    Chromium chromium = new Chromium(
                            process, URI.create(tab.path("webSocketDebuggerUrl").asText()));
                    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                        chromium.call(domain + ".enable", "{}");
                    }
                    return chromium;
                }
            }
            throw new IOException("Chromium has no page");
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Opens a file and waits until it is loaded. */
    void open(Path file) throws Exception {
        loads.clear();
        complaints.clear();
        call(
                "Page.navigate",
                json.createObjectNode().put("url", file.toUri().toString()).toString());
        if (loads.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new IOException("the page did not load");
        }
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) throws Exception {
        ObjectNode parameters =
                json.createObjectNode().put("expression", expression).put("returnByValue", true);
        JsonNode result = call("Runtime.evaluate", parameters.toString());
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Shows the page on a screen of this size. */
    void resize(int width, int height) throws Exception {
        ObjectNode screen = json.createObjectNode()
                .put("width", width)
                .put("height", height)
                .put("deviceScaleFactor", 1)
                .put("mobile", width < LEAST_DESKTOP);
        call("Emulation.setDeviceMetricsOverride", screen.toString());
    }

    /** Presses a key and releases it. */
    void press(String key, int code) throws Exception {
        ObjectNode event = json.createObjectNode().put("key", key).put("windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", event.put("type", "rawKeyDown").toString());
        if (key.equals("Enter")) {
            call(
                    "Input.dispatchKeyEvent",
                    event.put("type", "char").put("text", "\r").toString());
        }
        call("Input.dispatchKeyEvent", event.put("type", "keyUp").toString());
    }

    /** Returns a picture of what the screen shows, as PNG. */
    byte[] picture() throws Exception {
        return decoded(call("Page.captureScreenshot", "{}"));
    }

    /** Returns the page on A4, as PDF. */
    byte[] print() throws Exception {
        return decoded(call(
                "Page.printToPDF", "{\"preferCSSPageSize\": false, \"paperWidth\": 8.27, \"paperHeight\": 11.69}"));
    }

    private static byte[] decoded(JsonNode result) {
        return Base64.getDecoder().decode(result.path("data").asText());
    }

    /** Calls a method of the protocol. */
    JsonNode call(String method, String parameters) throws Exception {
        int id = ++lastId;
        ObjectNode request = json.createObjectNode().put("id", id).put("method", method);
        request.set("params", json.readTree(parameters));
        socket.sendText(request.toString(), true).join();
        while (true) {
            JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException(method + " was not answered");
            }
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new IOException(method + ": " + answer.path("error"));
                }
                return answer.path("result");
            }
        }
    }

    /** What the page asked the network for, and what went wrong in it since it was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                take(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode each = json.readTree(text);
                switch (each.path("method").asText()) {
                    case "" -> answers.add(each);
                    case "Page.loadEventFired" -> loads.add(each);
                    case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(text);
                    case "Network.requestWillBeSent" -> {
                        if (!each.at("/params/request/url").asText().startsWith("file:")) {
                            complaints.add(text);
                        }
                    }
                    default -> {}
                }
            } catch (IOException impossible) {
                complaints.add(text);
            }
        }
    }
}
