package dev.hourbridge.simulators;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One way in which a request goes wrong: what the caller gets to see, and whether the service did what
 * was asked. Immutable.
 *
 * <p>Unless said otherwise the request is not processed: {@link #afterCommit()} makes it so, and
 * {@link #committedAfter} and {@link #committedLater} let the service process it when the caller has
 * long been told otherwise.
 */
@AutoValue
public abstract class Fault {
    /** What the caller gets to see. */
    public enum Kind {
        /** A connection that is closed without a response. */
        DROP,
        /** A connection that is reset without a response. */
        RESET,
        /** A response that ends in the middle of its body. */
        TRUNCATE,
        /** A status in the service's own shape. */
        STATUS,
        /** A status with a time to wait. */
        THROTTLE,
        /** An HTML page with status 200. */
        HTML,
        /** A small compressed response that unpacks to a large one. */
        GZIP_BOMB,
        /** The true response, later. */
        SLOW,
        /** The true response after {@link FaultPlan#release()}. */
        HOLD
    }

    /** Whether and when the service processes the request. */
    public enum Commit {
        /** The service does not process the request. */
        NEVER,
        /** The service processes the request before the caller sees anything. */
        FIRST,
        /** The service processes the request later. */
        LATE
    }

    private static final int DEFAULT_BOMB_BYTES = 64 * 1024 * 1024;

    Fault() {}

    /** Returns what the caller gets to see. */
    public abstract Kind kind();

    /** Returns whether and when the service processes the request. */
    public abstract Commit commit();

    /** Returns the status code of a STATUS or THROTTLE, the size of a GZIP_BOMB in bytes, and 0 otherwise. */
    public abstract int number();

    /** Returns the time to wait of a THROTTLE, the delay of a SLOW response, and zero otherwise. */
    public abstract Duration duration();

    /** Returns after how many further requests a LATE commit happens, or empty if it goes by the clock. */
    public abstract OptionalInt furtherRequests();

    /** Returns after what time on the simulator's clock a LATE commit happens, or zero if it goes by requests. */
    public abstract Duration delay();

    private static Fault of(Kind kind, Commit commit, int number, Duration duration) {
        return new AutoValue_Fault(kind, commit, number, duration, OptionalInt.empty(), Duration.ZERO);
    }

    /** The connection is closed without an answer. */
    public static Fault dropped() {
        return of(Kind.DROP, Commit.NEVER, 0, Duration.ZERO);
    }

    /** The request is processed, and the connection is closed without an answer. */
    public static Fault lostResponse() {
        return dropped().afterCommit();
    }

    /** The connection is reset (a TCP RST, not an orderly end) without an answer. */
    public static Fault reset() {
        return of(Kind.RESET, Commit.NEVER, 0, Duration.ZERO);
    }

    /** The request is processed, and the connection ends in the middle of the answer's body. */
    public static Fault truncated() {
        return of(Kind.TRUNCATE, Commit.FIRST, 0, Duration.ZERO);
    }

    /** An answer with this status, 400 to 599, in the service's own shape. */
    public static Fault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be 400 to 599 but is " + status);
        }
        return of(Kind.STATUS, Commit.NEVER, status, Duration.ZERO);
    }

    /** Status 200 with a body that says that it failed, as Teamwork's {@code "STATUS": "Error"}; HTML where there is no such thing. */
    public static Fault failureWith200() {
        return of(Kind.STATUS, Commit.NEVER, 200, Duration.ZERO);
    }

    /**
     * Status 429 with the time to wait, which is sent in whole seconds as HTTP demands: a part of a second
     * counts as one, and zero is sent as 0.
     *
     * @throws IllegalArgumentException if {@code wait} is negative
     */
    public static Fault throttled(Duration wait) {
        return throttle(429, wait);
    }

    /**
     * Status 400 with a remaining allowance of 0, as Teamwork's older interface throttles. The time to wait is
     * sent as in {@link #throttled}.
     *
     * @throws IllegalArgumentException if {@code wait} is negative
     */
    public static Fault throttledAs400(Duration wait) {
        return throttle(400, wait);
    }

    private static Fault throttle(int status, Duration wait) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("wait must not be negative but is " + wait);
        }
        return of(Kind.THROTTLE, Commit.NEVER, status, wait);
    }

    /** An HTML page with status 200, as a proxy or a login page sends it. */
    public static Fault html() {
        return of(Kind.HTML, Commit.NEVER, 0, Duration.ZERO);
    }

    /** A small compressed answer that unpacks to 64 MiB. */
    public static Fault gzipBomb() {
        return of(Kind.GZIP_BOMB, Commit.NEVER, DEFAULT_BOMB_BYTES, Duration.ZERO);
    }

    /** The true answer, this much later (in real time; the request is processed at once). */
    public static Fault slow(Duration real) {
        return of(Kind.SLOW, Commit.FIRST, 0, real);
    }

    /** The true answer, but only after {@link FaultPlan#release()} (the request is processed at once). */
    public static Fault held() {
        return of(Kind.HOLD, Commit.FIRST, 0, Duration.ZERO);
    }

    /** The same to see, but the service did what was asked. */
    public Fault afterCommit() {
        return new AutoValue_Fault(kind(), Commit.FIRST, number(), duration(), OptionalInt.empty(), Duration.ZERO);
    }

    /**
     * The same to see, but the service does what was asked later: once {@code requests} further requests
     * (at least 1) have been processed that do not see it, or at {@link FaultPlan#commitNow()}.
     *
     * @throws IllegalStateException if this fault shows the true answer, which takes the processing first
     */
    public Fault committedAfter(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be at least 1 but is " + requests);
        }
        return late(OptionalInt.of(requests), Duration.ZERO);
    }

    /**
     * The same to see, but the service does what was asked later: once its clock has moved by
     * {@code delay}, or at {@link FaultPlan#commitNow()}.
     *
     * @throws IllegalStateException if this fault shows the true answer, which takes the processing first
     */
    public Fault committedLater(Duration delay) {
        return late(OptionalInt.empty(), delay);
    }

    private Fault late(OptionalInt requests, Duration delay) {
        if (kind() == Kind.TRUNCATE || kind() == Kind.SLOW || kind() == Kind.HOLD) {
            throw new IllegalStateException("this fault shows the true answer; it cannot be committed late");
        }
        return new AutoValue_Fault(kind(), Commit.LATE, number(), duration(), requests, delay);
    }
}
