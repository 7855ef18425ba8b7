package dev.hourbridge.http;

import java.time.Duration;

/**
 * Receives the events of a client's calls, for metrics and for progress display. A call consists of one or more attempts:
 *
 * <pre>
 * throttled?  attemptStart  attemptEnd  ( retry  throttled?  attemptStart  attemptEnd )*  callEnd
 * </pre>
 *
 * <p>A request for a token is a separate call with its own events, nested in the call that needs the token. A
 * {@linkplain dev.hourbridge.model.TimeTracker#prepare prepared} write waits for the rate limit when it is prepared;
 * its other events occur when it is sent. If a list is read one element at a time, its call ends when the response
 * begins. The body of a response is parsed after {@link #callEnd}.
 *
 * <pre>{@code
 * RequestListener listener = new RequestListener() {
 *   @Override
 *   public void callEnd(RequestEvent event) {
 *     String result = event.failure().map(failure -> failure.getClass().getSimpleName()).orElse("success");
 *     System.out.println(event.account().service() + " " + event.operation() + " " + result + " " + event.duration());
 *   }
 * };
 * HttpOptions options = HttpOptions.builder().listener(listener).build();
 * }</pre>
 *
 * <p>Methods are called in order on the thread that makes the call, and must return quickly. Exceptions from listeners
 * are logged and otherwise ignored. Implementations must be thread-safe.
 */
public interface RequestListener {

    /** Returns the listener that ignores all events. */
    static RequestListener none() {
        return NoListener.INSTANCE;
    }

    /** Called before a request is sent, for the first time or again. */
    default void attemptStart(RequestEvent event) {}

    /** Called when an attempt ends, with or without a response. The event has the status, if any, and the duration. */
    default void attemptEnd(RequestEvent event) {}

    /** Called before the wait that precedes a retry. The event has the number of the last attempt. */
    default void retry(RequestEvent event, RetryReason reason, Duration wait) {}

    /** Called before the rate limit delays a request by the given time. */
    default void throttled(RequestEvent event, Duration wait) {}

    /**
     * Called once when a call ends. The event has the last status, the duration and, if the call failed, the exception.
     */
    default void callEnd(RequestEvent event) {}
}
