/**
 * The rate limit of a client: who may send next, and when. Knows no transport, which lets several clients share one limiter.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.http.internal.limit;

import org.jspecify.annotations.NullMarked;
