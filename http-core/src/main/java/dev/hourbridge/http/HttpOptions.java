package dev.hourbridge.http;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The HTTP settings of a client. Several clients may use the same options; they share a {@link Builder#rateLimiter
 * limiter} or the connections of an {@link Builder#okHttpClient OkHttpClient} only if one is set. Immutable and safe for
 * use by several threads.
 *
 * <pre>{@code
 * HttpOptions options = HttpOptions.builder()
 *         .callTimeout(Duration.ofSeconds(20))
 *         .retryPolicy(RetryPolicy.builder().maxAttempts(3).build())
 *         .build();
 * }</pre>
 */
@AutoValue
public abstract class HttpOptions {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    HttpOptions() {}

    /** Returns a builder with the defaults that its methods name. */
    public static Builder builder() {
        return new AutoValue_HttpOptions.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .callTimeout(Duration.ofSeconds(60))
                .maxResponseBytes(8L << 20)
                .maxListRows(Long.MAX_VALUE)
                .allowInsecureHttp(false)
                .retryPolicy(RetryPolicy.ofDefaults())
                .listener(RequestListener.none())
                .clock(Clock.systemUTC())
                .sleeper(Sleeper.system());
    }

    /** Returns the defaults. */
    public static HttpOptions ofDefaults() {
        return builder().build();
    }

    /** Returns the timeout for connecting. */
    public abstract Duration connectTimeout();

    /** Returns the timeout between two reads of a response. */
    public abstract Duration readTimeout();

    /** Returns the timeout between two writes of a request. */
    public abstract Duration writeTimeout();

    /** Returns the timeout for one attempt; for a list in one response, the timeout until it begins and for each element. */
    public abstract Duration callTimeout();

    /** Returns the maximum size of a response, unzipped, in bytes; for a list in one response, of each element. */
    public abstract long maxResponseBytes();

    /** Returns the maximum number of rows of a list that does not announce its total. */
    public abstract long maxListRows();

    /** Returns whether plain http to other machines is permitted. */
    public abstract boolean allowInsecureHttp();

    /** Returns the policy for retries. */
    public abstract RetryPolicy retryPolicy();

    /** Returns the limiter that clients with these options share; empty if each client has its own. */
    public abstract Optional<RateLimiter> rateLimiter();

    /** Returns the listener for requests. */
    public abstract RequestListener listener();

    /** Returns the redactor that clients share; empty if each client hides only its own secrets. */
    public abstract Optional<Redactor> redactor();

    /** Returns the clock. */
    public abstract Clock clock();

    /** Returns the sleeper that performs waits. */
    public abstract Sleeper sleeper();

    /** Returns the client whose connections, proxy, DNS and TLS are used; empty if each client creates its own. */
    public abstract Optional<OkHttpClient> okHttpClient();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds {@link HttpOptions}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the timeout for connecting, 1 ms to 24 h. Default: 10 s. */
        public abstract Builder connectTimeout(Duration connectTimeout);

        /** Sets the timeout between two reads of a response, 1 ms to 24 h. Default: 30 s. */
        public abstract Builder readTimeout(Duration readTimeout);

        /** Sets the timeout between two writes of a request, 1 ms to 24 h. Default: 30 s. */
        public abstract Builder writeTimeout(Duration writeTimeout);

        /**
         * Sets the timeout for one attempt, 1 ms to 24 h. It includes the wait for one of the 128 concurrent calls of a
         * client. A list in one response has this timeout until it begins and for each element; it is closed if nothing is
         * read from it for five times as long. Default: 60 s.
         */
        public abstract Builder callTimeout(Duration callTimeout);

        /**
         * Sets the maximum size of a response, unzipped, in bytes, at least 1,024. Reading a response takes several
         * times as much memory. The default works in a heap of 64 MB and is sufficient for 500 entries of 16 KiB each.
         * The limits on the number of values in a response and on the length of a string are derived from it. Default:
         * 8 MiB.
         */
        public abstract Builder maxResponseBytes(long maxResponseBytes);

        /**
         * Sets the maximum number of rows of a list that does not announce its total, at least 1: a safeguard against
         * an endless list. A longer list throws {@link dev.hourbridge.model.ListTooLongException}. For Codebase, the
         * limit applies to each project. Default: {@link Long#MAX_VALUE}, no limit.
         */
        public abstract Builder maxListRows(long maxListRows);

        /**
         * Sets whether plain http to other machines is permitted, for a service on an intranet. The network can then read the
         * credentials. Otherwise, plain http is sent only to {@code localhost}, {@code 127.0.0.0/8} and {@code ::1}, over a
         * direct connection to a loopback address. Default: false.
         */
        public abstract Builder allowInsecureHttp(boolean allowInsecureHttp);

        /** Sets the policy for retries. Default: {@link RetryPolicy#ofDefaults()}. */
        public abstract Builder retryPolicy(RetryPolicy retryPolicy);

        /**
         * Sets one limiter for all clients with these options, for clients that the service counts together. Default:
         * {@link RateLimiter#learning()}, a new one per client.
         */
        public abstract Builder rateLimiter(RateLimiter rateLimiter);

        /**
         * Sets the listener for requests. Without one, waits of 5 seconds or more are logged at level {@code INFO} by
         * {@code dev.hourbridge.http}. Default: {@link RequestListener#none()}.
         */
        public abstract Builder listener(RequestListener listener);

        /**
         * Sets the redactor of messages and logs. Clients add their secrets to it, and hide all secrets that were
         * added. Default: a redactor per client, with the secrets of that client.
         */
        public abstract Builder redactor(Redactor redactor);

        /** Sets the clock. Default: the system clock. */
        public abstract Builder clock(Clock clock);

        /** Sets the sleeper that performs waits; it is called once per wait. Default: {@link Sleeper#system()}. */
        public abstract Builder sleeper(Sleeper sleeper);

        /**
         * Sets a client whose connections, proxy, DNS and TLS are used. The clients of Hourbridge share its connection pool,
         * and have their own timeouts, redirects, cookies, cache and threads. Closing them does not close it. Default: a
         * new one per client.
         */
        public abstract Builder okHttpClient(OkHttpClient okHttpClient);

        abstract HttpOptions autoBuild();

        /**
         * Returns the options.
         *
         * @throws InvalidInputException if a value is out of bounds
         */
        public final HttpOptions build() {
            HttpOptions options = autoBuild();
            Limits.check("connectTimeout", options.connectTimeout(), MIN_TIMEOUT);
            Limits.check("readTimeout", options.readTimeout(), MIN_TIMEOUT);
            Limits.check("writeTimeout", options.writeTimeout(), MIN_TIMEOUT);
            Limits.check("callTimeout", options.callTimeout(), MIN_TIMEOUT);
            if (options.maxResponseBytes() < 1024) {
                throw new InvalidInputException("maxResponseBytes", "a number below 1,024", "give at least 1,024");
            }
            if (options.maxListRows() < 1) {
                throw new InvalidInputException("maxListRows", "a number below 1", "give at least 1");
            }
            return options;
        }
    }
}
