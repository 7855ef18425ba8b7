package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeTracker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running application with one or two of the clients. */
final class ApplicationTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static Services services;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        services = new Services();
        application = start(services.arguments());
    }

    @AfterAll
    static void stop() {
        application.close();
        services.close();
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "management.endpoint.health.show-details", "always"));
        return application.run(arguments);
    }

    @Test
    void theClientsOfTheStarterReadTheirServices() throws Exception {
        assertThat(application.getBeansOfType(TimeTracker.class)).hasSize(services.count());
        String body = get(application, "/entries", "application/json").body();

        assertThat(body.split("\"account\"")).hasSize(1 + 5 * services.count());
    }

    @Test
    void aBrowserGetsJsonUnlessAClientBringsXml() throws Exception {
        assertThat(typeFor(application, BROWSER))
                .startsWith(
                        Services.isPresent("teamwork.TeamworkClient") ? "application/json" : "application/xhtml+xml");
    }

    @Test
    void aBrowserGetsJsonWithTheRemedy() throws Exception {
        try (ConfigurableApplicationContext remedied =
                start(services.arguments("--spring.profiles.active=json-only"))) {
            assertThat(typeFor(remedied, BROWSER)).isEqualTo("application/json");
        }
    }

    @Test
    void callsAreMeasured() throws Exception {
        get(application, "/entries", "application/json");

        assertThat(application
                        .getBean(MeterRegistry.class)
                        .get("hourbridge.client.calls")
                        .tag("outcome", "success")
                        .timers())
                .hasSizeGreaterThanOrEqualTo(services.count());
    }

    @Test
    void eachClientHasItsOwnLimit() throws Exception {
        try (ConfigurableApplicationContext unlimited = start(services.arguments())) {
            services.forgetRequests();
            get(unlimited, "/entries", "application/json");
        }

        try (ConfigurableApplicationContext limited =
                start(services.argumentsForEach("requests-per-minute", services.mostRequests()))) {
            get(limited, "/entries", "application/json");

            // One limit for both would make the last request of the two wait for a minute.
            assertThat(limited.getBean(MeterRegistry.class)
                            .find("hourbridge.client.throttled")
                            .timers())
                    .isEmpty();
        }
    }

    @Test
    void callsPassTheSharedOkHttpClientAndSoAreTraced() throws Exception {
        get(application, "/entries", "application/json");

        assertThat(application.getBean(Application.Spans.class).names()).contains("time-tracking");
    }

    @Test
    void theHealthShowsWhetherTheServiceTakesTheCredentials() throws Exception {
        assertThat(get(application, "/actuator/health", "application/json").statusCode())
                .isEqualTo(200);
        String[] wrong = services.argumentsForEach(
                Services.isPresent("livetimer.LiveTimerClient") ? "password" : "api-key", "invented");

        try (ConfigurableApplicationContext rejected = start(wrong)) {
            HttpResponse<String> health = get(rejected, "/actuator/health", "application/json");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("timeTrackingHealth").doesNotContain("invented");
        }
    }

    private static String typeFor(ConfigurableApplicationContext application, String accept) throws Exception {
        return get(application, "/greeting", accept)
                .headers()
                .firstValue("Content-Type")
                .orElse("none");
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext application, String path, String accept)
            throws IOException, InterruptedException {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
