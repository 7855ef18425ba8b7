package dev.hourbridge.http.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads how long a service asks to wait, and how many requests it has left for us. */
final class RetryAfter {
    /** A reset beyond this is a moment in epoch seconds, below it a wait in seconds; 2001 parts the two. */
    private static final long EPOCH_FROM = 1_000_000_000L;

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** The wait that {@code Retry-After} or, where nothing remains, the limit's reset asks for; not negative. */
    Optional<Duration> asked(ApiResponse response) {
        Optional<Duration> header =
                response.header("Retry-After").map(String::strip).flatMap(this::parse);
        Optional<Duration> reset = isExhausted(response) ? untilReset(response) : Optional.empty();
        // The later of the two: the limiter holds the next request back until the reset, whatever the header says.
        return reset.isPresent()
                        && header.filter(wait -> wait.compareTo(reset.get()) > 0)
                                .isEmpty()
                ? reset
                : header;
    }

    /** When the limit's count starts anew. */
    Optional<Duration> untilReset(ApiResponse response) {
        OptionalLong reset = either(response, "Reset");
        if (reset.isEmpty()) {
            return Optional.empty();
        }
        long value = reset.getAsLong();
        return value < EPOCH_FROM
                ? Optional.of(Duration.ofSeconds(value))
                : Optional.of(until(Instant.ofEpochSecond(Math.min(value, Instant.MAX.getEpochSecond()))));
    }

    /** How many requests remain. */
    OptionalLong remaining(ApiResponse response) {
        return either(response, "Remaining");
    }

    private boolean isExhausted(ApiResponse response) {
        OptionalLong remaining = remaining(response);
        return remaining.isPresent() && remaining.getAsLong() == 0;
    }

    /** Teamwork spells it one way, its sister products the other. */
    private static OptionalLong either(ApiResponse response, String name) {
        OptionalLong value = response.number("X-RateLimit-" + name);
        return value.isPresent() ? value : response.number("X-Rate-Limit-" + name);
    }

    private Optional<Duration> parse(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(until(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Duration until(Instant moment) {
        Duration wait = Duration.between(clock.instant(), moment);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
