/**
 * The rate limit of a client: which call may send next, and when. Independent of transports, so several clients can
 * share one limiter.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.http.internal.limit;

import org.jspecify.annotations.NullMarked;
