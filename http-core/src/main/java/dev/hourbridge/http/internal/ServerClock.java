package dev.hourbridge.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time of a service according to the Date header of its last response. It advances with the monotonic clock of the
 * machine, which is not affected by clock changes. Thread-safe.
 */
final class ServerClock {
    private volatile @Nullable Reading last;

    private record Reading(Instant date, long nanos) {}

    /** Records the time in a response, if any. */
    void see(ApiResponse response) {
        response.header("Date").ifPresent(text -> {
            try {
                Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                last = new Reading(date, System.nanoTime());
            } catch (DateTimeException e) {
                // Ignored like a missing header, because the time is optional.
            }
        });
    }

    /** Returns the service's current time; empty if no response stated a time. */
    Optional<Instant> now() {
        Reading reading = last;
        return reading == null
                ? Optional.empty()
                : Optional.of(reading.date().plusNanos(System.nanoTime() - reading.nanos()));
    }
}
