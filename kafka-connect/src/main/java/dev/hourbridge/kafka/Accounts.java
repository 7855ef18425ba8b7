package dev.hourbridge.kafka;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigException;

/** Opens clients for accounts, each with its own connection and rate limiter. */
final class Accounts {
    private Accounts() {}

    /**
     * Returns a client for an account. Sends no request.
     *
     * @param waited receives each wait for the rate limit or before a retry
     * @throws ConfigException if a property of the account is invalid
     */
    static TimeTracker open(AccountSettings account, SourceSettings settings, Consumer<Duration> waited) {
        Sleeper sleeper = HttpOptions.ofDefaults().sleeper();
        HttpOptions.Builder http = HttpOptions.builder().sleeper(duration -> {
            waited.accept(duration);
            sleeper.sleep(duration);
        });
        http.rateLimiter(
                settings.requestsPerMinute() > 0
                        ? RateLimiter.perMinute(settings.requestsPerMinute())
                        : RateLimiter.learning());
        try {
            return settings.service().open(account, http.build());
        } catch (InvalidInputException e) {
            throw new ConfigException("Account " + account.name() + ": " + e.getMessage());
        }
    }
}
