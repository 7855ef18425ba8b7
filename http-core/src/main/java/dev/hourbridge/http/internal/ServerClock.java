package dev.hourbridge.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time of a service by the Date header of its last response, continued with the monotonic clock of the machine,
 * which does not follow changes of the time. Thread-safe.
 */
final class ServerClock {
    private volatile @Nullable Reading last;

    private record Reading(Instant date, long nanos) {}

    /** Records the time of a response that states one. */
    void see(ApiResponse response) {
        response.header("Date").ifPresent(text -> {
            try {
                Instant date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                last = new Reading(date, System.nanoTime());
            } catch (DateTimeException e) {
                // Ignored like a missing header: the time is optional.
            }
        });
    }

    /** Returns the service's time now; empty if no response stated one. */
    Optional<Instant> now() {
        Reading reading = last;
        return reading == null
                ? Optional.empty()
                : Optional.of(reading.date().plusNanos(System.nanoTime() - reading.nanos()));
    }
}
