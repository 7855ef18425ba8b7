package dev.hourbridge.cli;

import dev.hourbridge.cli.check.HeaderRecorder;
import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.Connection;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.service.RequestCounter;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Creates the clients that a configuration names.
 *
 * <p>Each side has a client, plus one for each person who has separate credentials. All clients of one account share a
 * rate limiter, because the service counts their requests together.
 */
final class ServiceClients {
    private final Configuration configuration;
    private final HttpOptions sourceHttp;
    private final HttpOptions targetHttp;
    private final PrintStream err;

    /** Creates clients. Each side has its own rate limiter, which all clients of that side share. */
    ServiceClients(CommandContext context, Configuration configuration, ProgressPrinter progress) {
        this(context, configuration, progress, new RequestCounter(), new RequestCounter());
    }

    /** Creates clients whose requests are counted. */
    ServiceClients(
            CommandContext context,
            Configuration configuration,
            ProgressPrinter progress,
            RequestCounter source,
            RequestCounter target) {
        this(
                context,
                configuration,
                listening(context.http(), configuration.givenSource(), progress, source),
                listening(context.http(), configuration.givenTarget(), progress, target));
    }

    private ServiceClients(
            CommandContext context, Configuration configuration, HttpOptions source, HttpOptions target) {
        this.configuration = configuration;
        this.err = context.err();
        this.sourceHttp = source.toBuilder().rateLimiter(RateLimiter.learning()).build();
        this.targetHttp = target.toBuilder().rateLimiter(RateLimiter.learning()).build();
    }

    /**
     * Returns options that count requests and show waits. The file may contain only one side, which is enough to list
     * its entries.
     */
    private static HttpOptions listening(
            HttpOptions options,
            Optional<ServiceConfiguration> side,
            ProgressPrinter progress,
            RequestCounter requests) {
        return side.map(given -> options.toBuilder()
                        .listener(
                                requests.and(progress.requestsTo(given.service().displayName())))
                        .build())
                .orElse(options);
    }

    /** Returns clients whose responses are recorded. */
    static ServiceClients recorded(
            CommandContext context,
            Configuration configuration,
            ProgressPrinter progress,
            HeaderRecorder source,
            HeaderRecorder target) {
        ServiceClients clients = new ServiceClients(context, configuration, progress);
        return new ServiceClients(
                context, configuration, recorded(clients.sourceHttp, source), recorded(clients.targetHttp, target));
    }

    /** Returns options with an interceptor that records the headers of responses. */
    private static HttpOptions recorded(HttpOptions options, HeaderRecorder recorder) {
        return options.toBuilder()
                .okHttpClient(
                        new OkHttpClient.Builder().addInterceptor(recorder).build())
                .build();
    }

    /** Creates the client of the source. Sends no request. */
    ServiceClient source() {
        ServiceConfiguration source = configuration.source();
        return client("source", source, source.credentials(), Optional.empty(), sourceHttp);
    }

    /** Creates the client of the target. Sends no request. */
    ServiceClient target() {
        ServiceConfiguration target = configuration.target();
        return client("target", target, target.credentials(), configuration.onlyTargetPerson(), targetHttp());
    }

    /** Returns the client of one person, for a target whose credentials can write only their owner's entries. */
    ServiceClient target(String person, Credentials credentials) {
        return client("target", configuration.target(), credentials, Optional.of(person), targetHttp());
    }

    /**
     * Returns the HTTP options of the target. No timeout may exceed {@code policy.requestTimeout}, because the settle
     * time is computed from it. An absent create may be sent again after the settle time.
     */
    private HttpOptions targetHttp() {
        Duration requestTimeout = configuration.policy().requestTimeout();
        return targetHttp.toBuilder()
                .connectTimeout(shorter(targetHttp.connectTimeout(), requestTimeout))
                .readTimeout(shorter(targetHttp.readTimeout(), requestTimeout))
                .writeTimeout(shorter(targetHttp.writeTimeout(), requestTimeout))
                .callTimeout(requestTimeout)
                .build();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /**
     * Creates a client. If it rejects a value, the error names the key and line in the file instead of a builder
     * method.
     */
    private ServiceClient client(
            String role,
            ServiceConfiguration side,
            Credentials credentials,
            Optional<String> owner,
            HttpOptions options) {
        HttpOptions http =
                options.toBuilder().allowInsecureHttp(side.allowInsecureHttp()).build();
        try {
            return side.service().connect(side, credentials, new Connection(http, owner, err::println));
        } catch (InvalidInputException invalid) {
            ConfigurationException error = side.wrong(invalid);
            error.initCause(invalid);
            throw error;
        } catch (AuthenticationException rejected) {
            throw side.rejected(role, side.credentialsLocation(), rejected);
        }
    }
}
