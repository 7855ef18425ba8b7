package dev.hourbridge.http;

import java.time.Duration;

/**
 * Hears of requests, for metrics and for announcing waits. Called on the thread that makes the call, in order; it must be safe
 * for use by several threads and quick. What it throws is logged and otherwise ignored.
 */
public interface RequestListener {

    /** A listener that hears nothing. */
    static RequestListener none() {
        return NoListener.INSTANCE;
    }

    /** A request is about to be sent, for the first time or again. */
    default void attempt(RequestEvent event) {}

    /** A request will be sent again after a wait. */
    default void retry(RequestEvent event, RetryReason reason, Duration wait) {}

    /** The rate limit holds a request back for that long, before it is sent. */
    default void throttled(RequestEvent event, Duration wait) {}

    /** A call is over, whether it has its response or not. */
    default void end(RequestEvent event) {}
}
