package dev.hourbridge.http.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the requested wait and the number of remaining requests from a response. */
final class RetryAfter {
    /** A reset from this value on (the year 2001) is in epoch seconds; a smaller value is a wait in seconds. */
    private static final long EPOCH_FROM = 1_000_000_000L;

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the requested wait: {@code Retry-After} or, if no requests remain, the time to the reset; not negative.
     */
    Optional<Duration> asked(ApiResponse response) {
        Optional<Duration> header =
                response.header("Retry-After").map(String::strip).flatMap(this::parse);
        Optional<Duration> reset = isExhausted(response) ? untilReset(response) : Optional.empty();
        // The later of the two, because the limiter delays the next request until the reset in any case.
        return reset.isPresent()
                        && header.filter(wait -> wait.compareTo(reset.get()) > 0)
                                .isEmpty()
                ? reset
                : header;
    }

    /** Returns the time to the reset of the limit. */
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

    /** Returns the number of remaining requests. */
    OptionalLong remaining(ApiResponse response) {
        return either(response, "Remaining");
    }

    private boolean isExhausted(ApiResponse response) {
        OptionalLong remaining = remaining(response);
        return remaining.isPresent() && remaining.getAsLong() == 0;
    }

    /** Reads a header as spelled by Teamwork or by its sister products. */
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
