package dev.hourbridge.http;

import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.InvalidInputException;

/**
 * Keeps the requests of one or more clients within a service's rate limit. Each client has its own limiter unless one
 * is set by {@link HttpOptions.Builder#rateLimiter}. Share a limiter among all clients whose requests the service
 * counts together, usually all clients of one account:
 *
 * <!-- with: String url, String first, String second -->
 * <pre>{@code
 * HttpOptions http = HttpOptions.builder().rateLimiter(RateLimiter.perMinute(120)).build();
 * TeamworkClient one = TeamworkClient.builder()
 *         .baseUrl(url).apiKey(first).zone(ZoneId.of("Europe/Dublin")).http(http).build();
 * TeamworkClient two = TeamworkClient.builder()
 *         .baseUrl(url).apiKey(second).zone(ZoneId.of("Europe/Dublin")).http(http).build(); // same limit
 * }</pre>
 *
 * <p>Every limiter learns from responses. It allows no more requests in flight than the service reported as remaining.
 * If none remain, it allows no request until the reported reset. After a throttled request, it allows no request until
 * the wait is over. Requests are served in order of arrival. Closing a client ends the waits of its calls. A call that
 * is queued behind a call of another client ends when its turn comes, without sending a request. If the clock is set
 * back, a wait is no longer than if it had started at the new time.
 *
 * <p>Thread-safe. Do not implement this interface outside Hourbridge.
 */
public interface RateLimiter {

    /** Returns a new limiter that lets every request pass until the service reports how many remain. */
    static RateLimiter learning() {
        return FairRateLimiter.learning();
    }

    /**
     * Returns a new limiter that allows at most the given number of requests in any 60 seconds, in addition to the
     * limit that it learns.
     *
     * @param requests 1 or more
     * @throws InvalidInputException if the number is less than 1
     */
    static RateLimiter perMinute(int requests) {
        return FairRateLimiter.perMinute(requests);
    }
}
