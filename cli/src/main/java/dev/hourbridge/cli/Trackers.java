package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.Credentials;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.http.Secret;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teampulse.TokenForm;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the clients that a configuration asks for. */
final class Trackers {
    private final HttpOptions sourceHttp;
    private final HttpOptions targetHttp;

    private final PrintStream err;
    private final ProgressPrinter progress;

    /** Each side has a limiter of its own; the clients of several people on one side share it. */
    Trackers(CommandContext context, ProgressPrinter progress) {
        HttpOptions http = context.http();
        this.err = context.err();
        this.progress = progress;
        this.sourceHttp = http.toBuilder().rateLimiter(RateLimiter.learning()).build();
        this.targetHttp = http.toBuilder().rateLimiter(RateLimiter.learning()).build();
    }

    TimeTracker source(Configuration configuration) {
        return client(configuration.source(), configuration.source().credentials(), null, sourceHttp);
    }

    TimeTracker target(Configuration configuration) {
        return client(
                configuration.target(),
                configuration.target().credentials(),
                onlyPerson(configuration).orElse(null),
                patient(configuration.policy().requestTimeout()));
    }

    /**
     * Whom the one credential of the target must be of: the mapping then has entries written for nobody else. A text
     * that is no id is left to the plan, which names its line.
     */
    static Optional<String> onlyPerson(Configuration configuration) {
        Set<String> people = configuration.targetPeople();
        return configuration.target().people().isEmpty() && people.size() == 1
                ? people.stream().filter(id -> id.matches("[1-9]\\d{0,17}")).findFirst()
                : Optional.empty();
    }

    /** The client of one person, for a target where a credential writes its owner's entries only. */
    TimeTracker target(Configuration configuration, String person, Credentials credentials) {
        return client(
                configuration.target(),
                credentials,
                person,
                patient(configuration.policy().requestTimeout()));
    }

    private HttpOptions patient(Duration requestTimeout) {
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

    private TimeTracker client(
            ServiceConfiguration side, Credentials credentials, @Nullable String owner, HttpOptions options) {
        HttpOptions allowed = options.toBuilder()
                .allowInsecureHttp(side.allowInsecureHttp())
                .listener(progress.requestsTo(side.service().displayName()))
                .build();
        try {
            return switch (side.service()) {
                case CODEBASE -> codebase(side, credentials, allowed);
                case TEAMWORK -> teamwork(side, credentials, allowed);
                case TEAMPULSE -> teamPulse(side, credentials, allowed);
                case LIVETIMER -> liveTimer(side, credentials, owner, allowed);
            };
        } catch (InvalidInputException refused) {
            ConfigurationException error = side.wrong(refused);
            error.initCause(refused);
            throw error;
        }
    }

    private static TimeTracker codebase(ServiceConfiguration side, Credentials credentials, HttpOptions options) {
        CodebaseClient.Builder builder = CodebaseClient.builder()
                .account(credentials.get("account"))
                .username(credentials.get("username"))
                .apiKey(credentials.get("apiKey"))
                .projects(side.projects())
                .http(options);
        side.url().ifPresent(builder::baseUrl);
        return builder.build();
    }

    private static TimeTracker teamwork(ServiceConfiguration side, Credentials credentials, HttpOptions options) {
        TeamworkClient.Builder builder =
                TeamworkClient.builder().baseUrl(side.url().orElseThrow()).http(options);
        side.zone().ifPresent(builder::zone);
        credentials.find("apiKey").ifPresent(builder::apiKey);
        credentials.find("token").ifPresent(builder::token);
        return builder.build();
    }

    private TimeTracker teamPulse(ServiceConfiguration side, Credentials credentials, HttpOptions options) {
        TeamPulseClient.Builder builder =
                TeamPulseClient.builder().baseUrl(side.url().orElseThrow()).http(options);
        if (credentials.has("username")) {
            builder.login(credentials.get("username"), credentials.get("password"));
        }
        credentials
                .find("refreshToken")
                .ifPresent(
                        token -> builder.refreshToken(token)
                                .onRefreshToken(
                                        next -> err.println(
                                                "TeamPulse replaced the refresh token; the one that was given may be"
                                                        + " refused next time. With refreshTokenFile in its place the new one is kept.")));
        credentials
                .findPath("refreshTokenFile")
                .map(path -> new RefreshTokenFile(credentials.location("refreshTokenFile"), path))
                .ifPresent(file -> {
                    builder.refreshToken(file.read()).onRefreshToken(next -> keep(file, next));
                    file.remark().ifPresent(err::println);
                });
        credentials.find("token").ifPresent(builder::accessToken);
        side.tokenForm().map(form -> TokenForm.valueOf(form.name())).ifPresent(builder::tokenForm);
        side.authenticateAt().ifPresent(builder::authenticateAt);
        return builder.build();
    }

    private void keep(RefreshTokenFile file, Secret token) {
        try {
            file.write(token);
        } catch (IOException failed) {
            err.println(file.location() + ": the new refresh token could not be written ("
                    + TerminalText.line(String.valueOf(failed.getMessage()))
                    + "). The service may reject the old one next time; then log in again for a new one.");
        }
    }

    private static TimeTracker liveTimer(
            ServiceConfiguration side, Credentials credentials, @Nullable String owner, HttpOptions options) {
        LiveTimerClient.Builder builder = LiveTimerClient.builder()
                .baseUrl(side.url().orElseThrow())
                .login(credentials.get("username"), credentials.get("password"))
                .http(options);
        if (owner != null) {
            builder.user(owner);
        }
        return builder.build();
    }
}
