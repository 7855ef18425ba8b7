package dev.hourbridge.http.metrics;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Records the requests of clients as Micrometer meters:
 *
 * <ul>
 *   <li>{@code hourbridge.client.calls}, a timer of calls, including their waits and retries
 *   <li>{@code hourbridge.client.attempts}, a timer of attempts
 *   <li>{@code hourbridge.client.retries}, a counter of repeated requests
 *   <li>{@code hourbridge.client.throttled}, a timer of waits for the rate limit
 * </ul>
 *
 * <p>All have the tags {@code service}, {@code account}, {@code operation} and {@code method}. Calls have {@code
 * outcome} ({@code success} or the simple name of the exception) and {@code status} ({@code none} without a response);
 * attempts have {@code status}; retries have {@code reason}. No tag contains an id, so the number of values is bounded.
 *
 * <!-- with: io.micrometer.core.instrument.MeterRegistry registry -->
 * <pre>{@code
 * HttpOptions options = HttpOptions.builder().listener(new MicrometerListener(registry)).build();
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class MicrometerListener implements RequestListener {
    private static final String PREFIX = "hourbridge.client.";

    private final MeterRegistry registry;

    /**
     * Creates a listener that records to a registry.
     *
     * @param registry the registry; not null
     */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry must not be null");
    }

    @Override
    public void attemptEnd(RequestEvent event) {
        timer("attempts", tags(event).and("status", status(event))).record(event.duration());
    }

    @Override
    public void retry(RequestEvent event, RetryReason reason, Duration wait) {
        Counter.builder(PREFIX + "retries")
                .description("Requests that were sent again")
                .tags(tags(event).and("reason", reason.name().toLowerCase(Locale.ROOT)))
                .register(registry)
                .increment();
    }

    @Override
    public void throttled(RequestEvent event, Duration wait) {
        timer("throttled", tags(event)).record(wait);
    }

    @Override
    public void callEnd(RequestEvent event) {
        String outcome = event.failure()
                .map(failure -> failure.getClass().getSimpleName())
                .orElse("success");
        timer("calls", tags(event).and("outcome", outcome, "status", status(event)))
                .record(event.duration());
    }

    private Timer timer(String name, Tags tags) {
        return Timer.builder(PREFIX + name).tags(tags).register(registry);
    }

    private static Tags tags(RequestEvent event) {
        return Tags.of(
                "service",
                event.account().service().name(),
                "account",
                event.account().name(),
                "operation",
                event.operation(),
                "method",
                event.method());
    }

    private static String status(RequestEvent event) {
        return event.status().isPresent() ? Integer.toString(event.status().getAsInt()) : "none";
    }
}
