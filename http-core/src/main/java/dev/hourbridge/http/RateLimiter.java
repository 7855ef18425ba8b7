package dev.hourbridge.http;

import dev.hourbridge.http.internal.limit.FairRateLimiter;
import dev.hourbridge.model.InvalidInputException;

/**
 * Keeps the requests of one or more clients below a service's limit. A client has a limiter of its own unless one is set
 * by {@link HttpOptions.Builder#rateLimiter}. Set one limiter on all clients that the service counts together, usually
 * all of one account:
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
 * If none remain, it sends no request until the reported reset. After a throttle, it sends no request until the wait is
 * over. Requests are served in order of arrival. Closing a client ends the waits of its calls; a call that is queued
 * behind a call of another client ends when its turn comes, without sending a request. If the clock is set back, a wait
 * does not become longer than if it had started at the new time.
 *
 * <p>Safe for use by several threads. Not to be implemented outside of Hourbridge.
 */
public interface RateLimiter {

    /** Returns a new limiter that lets every request pass until the service reports how many remain. */
    static RateLimiter learning() {
        return FairRateLimiter.learning();
    }

    /**
     * Returns a new limiter that grants at most the given number of requests in any 60 seconds, in addition to the limit
     * that it learns.
     *
     * @param requests 1 or more
     * @throws InvalidInputException if the number is less than 1
     */
    static RateLimiter perMinute(int requests) {
        return FairRateLimiter.perMinute(requests);
    }
}
