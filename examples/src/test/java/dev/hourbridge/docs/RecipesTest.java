package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs recipes of {@code docs/applications.md} as they stand there. */
final class RecipesTest {
    @TempDir
    private Path classes;

    @Test
    void cancellingAFutureOfAVirtualThreadCancelsTheRequest() throws Exception {
        Snippet recipe = recipe("newVirtualThreadPerTaskExecutor");
        assumeTrue(Runtime.version().feature() >= recipe.jdk(), "Virtual threads need JDK 21.");
        try (TeamworkSimulator service = TeamworkSimulator.start();
                TeamworkClient teamwork = TeamworkClient.builder()
                        .baseUrl(service.url().toString())
                        .apiKey(service.apiKey())
                        .zone(service.zone())
                        .build()) {
            service.faults().next(Requests.any(), Fault.held());

            // Returns once the thread has ended, which waits for a response that does not come.
            run(recipe, teamwork, Duration.ofMillis(1));

            assertThat(service.requests().count()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void requestsPassTheProxy() throws Exception {
        Queue<String> requested = new ConcurrentLinkedQueue<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            requested.add(exchange.getRequestURI().toString());
            byte[] body = "{\"STATUS\":\"OK\",\"time-entries\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("X-Page", "1");
            exchange.getResponseHeaders().add("X-Pages", "1");
            exchange.getResponseHeaders().add("X-Records", "0");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        proxy.start();
        try {
            HttpOptions plainHttp =
                    HttpOptions.builder().allowInsecureHttp(true).build();
            run(
                    recipe("Proxy.Type.HTTP"),
                    "127.0.0.1",
                    proxy.getAddress().getPort(),
                    "http://acme.invalid",
                    "invented",
                    ZoneOffset.UTC,
                    plainHttp);
        } finally {
            proxy.stop(0);
        }

        assertThat(requested).isNotEmpty().allMatch(uri -> uri.startsWith("http://acme.invalid/"));
    }

    private static Snippet recipe(String text) throws Exception {
        List<Snippet> found = Snippet.all().stream()
                .filter(each ->
                        each.file().endsWith("applications.md") && each.code().contains(text))
                .toList();
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    private void run(Snippet recipe, Object... given) throws Exception {
        assertThat(recipe.compile(classes)).isEmpty();
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, RecipesTest.class.getClassLoader())) {
            Class<?> type = loader.loadClass(recipe.className());
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("run")) {
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance(), given);
                }
            }
        }
    }
}
