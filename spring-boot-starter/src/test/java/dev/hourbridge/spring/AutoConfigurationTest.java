package dev.hourbridge.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which beans an application gets, and that they reach the service. */
final class AutoConfigurationTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(HourbridgeAutoConfiguration.class));

    @Test
    void withoutPropertiesThereIsNoClient() {
        application.run(context -> assertThat(context).doesNotHaveBean(TimeTracker.class));
    }

    @Test
    void eachServiceWithPropertiesHasItsClient() {
        application
                .withPropertyValues(
                        "hourbridge.codebase.account=acme",
                        "hourbridge.codebase.username=alice",
                        "hourbridge.codebase.api-key=invented",
                        "hourbridge.codebase.projects=website,app",
                        "hourbridge.teamwork.url=https://acme.teamwork.com",
                        "hourbridge.teamwork.zone=Europe/Dublin",
                        "hourbridge.teamwork.api-key=invented",
                        "hourbridge.teampulse.url=https://pulse.example.com/TeamPulse",
                        "hourbridge.teampulse.username=paul",
                        "hourbridge.teampulse.password=invented",
                        "hourbridge.livetimer.url=https://acme.livetimer.example.com",
                        "hourbridge.livetimer.username=walter",
                        "hourbridge.livetimer.password=invented")
                .run(context -> assertThat(context)
                        .hasSingleBean(CodebaseClient.class)
                        .hasSingleBean(TeamworkClient.class)
                        .hasSingleBean(TeamPulseClient.class)
                        .hasSingleBean(LiveTimerClient.class));
    }

    @Test
    void aClientWhoseModuleIsMissingIsNotConfigured() {
        application
                .withClassLoader(new FilteredClassLoader(LiveTimerClient.class, MeterRegistry.class))
                .withPropertyValues("hourbridge.livetimer.url=https://acme.livetimer.example.com")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TimeTracker.class));
    }

    @Test
    void theClientReadsTheServiceAndIsObserved() {
        try (LiveTimerSimulator service = LiveTimerSimulator.start()) {
            service.seed(7, 5);
            AtomicInteger intercepted = new AtomicInteger();
            OkHttpClient shared = new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        intercepted.incrementAndGet();
                        return chain.proceed(chain.request());
                    })
                    .build();
            application
                    .withBean(OkHttpClient.class, () -> shared)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withPropertyValues(
                            "hourbridge.livetimer.url=" + service.url(),
                            "hourbridge.livetimer.username=" + service.username(),
                            "hourbridge.livetimer.password=" + service.password())
                    .run(context -> {
                        LiveTimerClient client = context.getBean(LiveTimerClient.class);

                        assertThat(client.list(TimeEntryQuery.all())).hasSize(5);
                        assertThat(intercepted).hasPositiveValue();
                        assertThat(context.getBean(MeterRegistry.class)
                                        .get("hourbridge.client.calls")
                                        .tag("service", "livetimer")
                                        .tag("outcome", "success")
                                        .timers())
                                .isNotEmpty();
                    });
        }
    }

    @Test
    void aListenerOfTheApplicationReplacesTheMetrics() {
        RequestListener own = new RequestListener() {};
        application
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(RequestListener.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(RequestListener.class)).isSameAs(own));
    }

    @Test
    void aClientOfTheApplicationReplacesOurs() {
        try (TeamworkSimulator service = TeamworkSimulator.start();
                TeamworkClient own = TeamworkClient.builder()
                        .baseUrl(service.url().toString())
                        .apiKey("invented")
                        .zone(service.zone())
                        .build()) {
            application
                    .withBean(TeamworkClient.class, () -> own)
                    .withPropertyValues("hourbridge.teamwork.url=https://other.example.com")
                    .run(context ->
                            assertThat(context.getBean(TeamworkClient.class)).isSameAs(own));
        }
    }

    @Test
    void aMissingPropertyIsNamed() {
        application
                .withPropertyValues("hourbridge.teamwork.url=https://acme.teamwork.com")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("hourbridge.teamwork.zone"));
    }

    @Test
    void propertiesDoNotShowTheirSecrets() {
        application
                .withPropertyValues(
                        "hourbridge.teamwork.url=https://acme.teamwork.com",
                        "hourbridge.teamwork.zone=Europe/Dublin",
                        "hourbridge.teamwork.api-key=hunter-zwei")
                .run(context -> assertThat(
                                context.getBean(HourbridgeProperties.class).toString())
                        .doesNotContain("hunter-zwei"));
    }
}
