package dev.hourbridge.simulators;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One way in which a request fails: the response that the caller receives, and whether the service processes the
 * request. Immutable.
 *
 * <!-- with: Simulator<?> simulator -->
 * <pre>{@code
 * Fault timeout = Fault.status(504).committedLater(Duration.ofSeconds(30)); // the entry appears after 30 s
 * simulator.faults().nth(3, Requests.operation("create"), timeout);
 * }</pre>
 *
 * <p>Unless a method states otherwise, the request is not processed. {@link #afterCommit()} processes it first. {@link
 * #committedAfter} and {@link #committedLater} process it later, after the caller has received the failure.
 */
@AutoValue
public abstract class Fault {
    /** The response that the caller receives. */
    public enum Kind {
        /** A connection that is closed without a response. */
        DROP,
        /** A connection that is reset without a response. */
        RESET,
        /** A response that ends in the middle of its body. */
        TRUNCATE,
        /** An error status in the service's own format. */
        STATUS,
        /** A status that asks the caller to wait. */
        THROTTLE,
        /** An HTML page with status 200. */
        HTML,
        /** A small compressed response that expands to a large one. */
        GZIP_BOMB,
        /** The real response, delayed. */
        SLOW,
        /** The real response, after {@link FaultPlan#release()}. */
        HOLD
    }

    /** Whether and when the service processes the request. */
    public enum Commit {
        /** The service does not process the request. */
        NEVER,
        /** The service processes the request before the caller receives anything. */
        FIRST,
        /** The service processes the request later. */
        LATE
    }

    private static final int DEFAULT_BOMB_BYTES = 64 * 1024 * 1024;

    Fault() {}

    /** Returns the response that the caller receives. */
    public abstract Kind kind();

    /** Returns whether and when the service processes the request. */
    public abstract Commit commit();

    /** Returns the status code of a STATUS or THROTTLE, the size of a GZIP_BOMB in bytes, and 0 otherwise. */
    public abstract int number();

    /** Returns the wait of a THROTTLE, the delay of a SLOW response, and zero otherwise. */
    public abstract Duration duration();

    /** Returns the number of further requests after which a LATE commit happens; empty if it depends on the clock. */
    public abstract OptionalInt furtherRequests();

    /** Returns the time on the simulator's clock after which a LATE commit happens; zero if it depends on requests. */
    public abstract Duration delay();

    private static Fault of(Kind kind, Commit commit, int number, Duration duration) {
        return new AutoValue_Fault(kind, commit, number, duration, OptionalInt.empty(), Duration.ZERO);
    }

    /** Returns a fault that closes the connection without a response. */
    public static Fault dropped() {
        return of(Kind.DROP, Commit.NEVER, 0, Duration.ZERO);
    }

    /** Returns a fault that processes the request and closes the connection without a response. */
    public static Fault lostResponse() {
        return dropped().afterCommit();
    }

    /** Returns a fault that resets the connection (a TCP RST) without a response. */
    public static Fault reset() {
        return of(Kind.RESET, Commit.NEVER, 0, Duration.ZERO);
    }

    /** Returns a fault that processes the request and closes the connection in the middle of the response's body. */
    public static Fault truncated() {
        return of(Kind.TRUNCATE, Commit.FIRST, 0, Duration.ZERO);
    }

    /**
     * Returns a fault that responds with this status in the service's own format.
     *
     * @param status 400 to 599
     * @throws IllegalArgumentException if {@code status} is out of bounds
     */
    public static Fault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599 but is " + status + ".");
        }
        return of(Kind.STATUS, Commit.NEVER, status, Duration.ZERO);
    }

    /**
     * Returns a fault that responds with status 200 and a body that reports a failure, such as Teamwork's {@code
     * "STATUS": "Error"}. Services without such a body respond with an HTML page.
     */
    public static Fault failureWith200() {
        return of(Kind.STATUS, Commit.NEVER, 200, Duration.ZERO);
    }

    /**
     * Returns a fault that responds with status 429 and a wait. HTTP requires whole seconds, so a fraction of a second
     * is rounded up, and zero is sent as 0.
     *
     * @throws IllegalArgumentException if {@code wait} is negative
     */
    public static Fault throttled(Duration wait) {
        return throttle(429, wait);
    }

    /**
     * Returns a fault that responds with status 400 and states that 0 requests remain, as Teamwork's older API does.
     * The wait is sent as in {@link #throttled}.
     *
     * @throws IllegalArgumentException if {@code wait} is negative
     */
    public static Fault throttledAs400(Duration wait) {
        return throttle(400, wait);
    }

    private static Fault throttle(int status, Duration wait) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("wait must not be negative but is " + wait + ".");
        }
        return of(Kind.THROTTLE, Commit.NEVER, status, wait);
    }

    /** Returns a fault that responds with an HTML page and status 200, like a proxy or a login page. */
    public static Fault html() {
        return of(Kind.HTML, Commit.NEVER, 0, Duration.ZERO);
    }

    /** Returns a fault that responds with a small compressed body that expands to 64 MiB. */
    public static Fault gzipBomb() {
        return of(Kind.GZIP_BOMB, Commit.NEVER, DEFAULT_BOMB_BYTES, Duration.ZERO);
    }

    /**
     * Returns a fault that processes the request immediately and delays the real response by this duration of real
     * time.
     */
    public static Fault slow(Duration real) {
        return of(Kind.SLOW, Commit.FIRST, 0, real);
    }

    /**
     * Returns a fault that processes the request immediately and holds the real response until {@link
     * FaultPlan#release()}.
     */
    public static Fault held() {
        return of(Kind.HOLD, Commit.FIRST, 0, Duration.ZERO);
    }

    /** Returns a fault with the same response that processes the request first. */
    public Fault afterCommit() {
        return new AutoValue_Fault(kind(), Commit.FIRST, number(), duration(), OptionalInt.empty(), Duration.ZERO);
    }

    /**
     * Returns a fault with the same response that processes the request after {@code requests} further requests, or at
     * {@link FaultPlan#commitNow()}. The further requests do not see its effect.
     *
     * @param requests 1 or more
     * @throws IllegalArgumentException if {@code requests} is less than 1
     * @throws IllegalStateException if this fault sends the real response, which requires processing the request first
     */
    public Fault committedAfter(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be at least 1 but is " + requests + ".");
        }
        return late(OptionalInt.of(requests), Duration.ZERO);
    }

    /**
     * Returns a fault with the same response that processes the request when the simulator's clock has advanced by
     * {@code delay}, or at {@link FaultPlan#commitNow()}.
     *
     * @throws IllegalStateException if this fault sends the real response, which requires processing the request first
     */
    public Fault committedLater(Duration delay) {
        return late(OptionalInt.empty(), delay);
    }

    private Fault late(OptionalInt requests, Duration delay) {
        if (kind() == Kind.TRUNCATE || kind() == Kind.SLOW || kind() == Kind.HOLD) {
            throw new IllegalStateException(
                    "This fault sends the real response. The request cannot be processed late.");
        }
        return new AutoValue_Fault(kind(), Commit.LATE, number(), duration(), requests, delay);
    }
}
