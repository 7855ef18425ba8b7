/**
 * How the clients speak HTTP: the few settings that they share.
 *
 * <pre>{@code
 * HttpOptions http = HttpOptions.builder().rateLimiter(RateLimiter.perMinute(120)).build();
 * TeamworkClient one = TeamworkClient.builder().http(http)...build();
 * TeamworkClient two = TeamworkClient.builder().http(http)...build(); // under the same limit
 * }</pre>
 *
 * <p>Everything else about HTTP is in {@code dev.hourbridge.http.internal}, which is open to the
 * clients of this project only and may change in any version.
 */
@NullMarked
package dev.hourbridge.http;

import org.jspecify.annotations.NullMarked;
