package dev.hourbridge.spring;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.metrics.MicrometerListener;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures a client for each service that has properties and whose module is on the class path. A client that the
 * application defines takes precedence. All clients use the application's {@code OkHttpClient}, {@code RequestListener}
 * and {@code MeterRegistry}, if it has exactly one of each. Each client has its own rate limiter.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@EnableConfigurationProperties(HourbridgeProperties.class)
public class HourbridgeAutoConfiguration {
    /** Creates the configuration; Spring calls this. */
    public HourbridgeAutoConfiguration() {}

    /** Returns the options of a client, with its own rate limiter. */
    static HttpOptions options(
            HourbridgeProperties properties, ClientBeans beans, @Nullable Integer requestsPerMinute) {
        HourbridgeProperties.Http http = properties.http();
        HttpOptions.Builder options = HttpOptions.builder().allowInsecureHttp(http.allowInsecureHttp());
        ifGiven(http.connectTimeout(), options::connectTimeout);
        ifGiven(http.readTimeout(), options::readTimeout);
        ifGiven(http.callTimeout(), options::callTimeout);
        if (requestsPerMinute != null) {
            options.rateLimiter(RateLimiter.perMinute(requestsPerMinute));
        }
        beans.okHttpClient().ifPresent(options::okHttpClient);
        beans.listener().ifPresent(options::listener);
        return options.build();
    }

    static <T> void ifGiven(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    static <T> T required(String property, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(property, "no value", "set the property");
        }
        return value;
    }

    static String address(String property, @Nullable URI url) {
        return required(property, url).toString();
    }

    /** Collects the beans that all clients share. */
    @Bean
    @ConditionalOnMissingBean
    ClientBeans hourbridgeClientBeans(
            ObjectProvider<OkHttpClient> okHttpClient, ObjectProvider<RequestListener> listener) {
        return new ClientBeans(
                Optional.ofNullable(okHttpClient.getIfUnique()), Optional.ofNullable(listener.getIfUnique()));
    }

    /** Beans of the application that clients use. */
    record ClientBeans(Optional<OkHttpClient> okHttpClient, Optional<RequestListener> listener) {}

    /** Records requests as metrics if the application has a registry and no listener. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Metrics {
        @Bean
        @ConditionalOnBean(MeterRegistry.class)
        @ConditionalOnMissingBean(RequestListener.class)
        RequestListener hourbridgeMetrics(MeterRegistry registry) {
            return new MicrometerListener(registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CodebaseClient.class)
    @ConditionalOnProperty("hourbridge.codebase.account")
    static class Codebase {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        CodebaseClient codebaseClient(HourbridgeProperties properties, ClientBeans beans) {
            HourbridgeProperties.Codebase codebase = Objects.requireNonNull(properties.codebase());
            CodebaseClient.Builder builder = CodebaseClient.builder()
                    .account(required("hourbridge.codebase.account", codebase.account()))
                    .username(required("hourbridge.codebase.username", codebase.username()))
                    .apiKey(required("hourbridge.codebase.api-key", codebase.apiKey()))
                    .projects(codebase.projects())
                    .http(options(properties, beans, codebase.requestsPerMinute()));
            ifGiven(codebase.url(), url -> builder.baseUrl(url.toString()));
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TeamworkClient.class)
    @ConditionalOnProperty("hourbridge.teamwork.url")
    static class Teamwork {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        TeamworkClient teamworkClient(HourbridgeProperties properties, ClientBeans beans) {
            HourbridgeProperties.Teamwork teamwork = Objects.requireNonNull(properties.teamwork());
            TeamworkClient.Builder builder = TeamworkClient.builder()
                    .baseUrl(address("hourbridge.teamwork.url", teamwork.url()))
                    .zone(required("hourbridge.teamwork.zone", teamwork.zone()))
                    .http(options(properties, beans, teamwork.requestsPerMinute()));
            ifGiven(teamwork.apiKey(), builder::apiKey);
            ifGiven(teamwork.token(), builder::token);
            ifGiven(
                    teamwork.username(),
                    username -> builder.login(username, required("hourbridge.teamwork.password", teamwork.password())));
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TeamPulseClient.class)
    @ConditionalOnProperty("hourbridge.teampulse.url")
    static class TeamPulse {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        TeamPulseClient teamPulseClient(HourbridgeProperties properties, ClientBeans beans) {
            HourbridgeProperties.TeamPulse teamPulse = Objects.requireNonNull(properties.teampulse());
            TeamPulseClient.Builder builder = TeamPulseClient.builder()
                    .baseUrl(address("hourbridge.teampulse.url", teamPulse.url()))
                    .http(options(properties, beans, teamPulse.requestsPerMinute()));
            ifGiven(
                    teamPulse.username(),
                    username ->
                            builder.login(username, required("hourbridge.teampulse.password", teamPulse.password())));
            ifGiven(teamPulse.refreshToken(), builder::refreshToken);
            return builder.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(LiveTimerClient.class)
    @ConditionalOnProperty("hourbridge.livetimer.url")
    static class LiveTimer {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        LiveTimerClient liveTimerClient(HourbridgeProperties properties, ClientBeans beans) {
            HourbridgeProperties.LiveTimer liveTimer = Objects.requireNonNull(properties.livetimer());
            return LiveTimerClient.builder()
                    .baseUrl(address("hourbridge.livetimer.url", liveTimer.url()))
                    .login(
                            required("hourbridge.livetimer.username", liveTimer.username()),
                            required("hourbridge.livetimer.password", liveTimer.password()))
                    .http(options(properties, beans, liveTimer.requestsPerMinute()))
                    .build();
        }
    }
}
