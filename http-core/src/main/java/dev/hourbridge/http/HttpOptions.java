package dev.hourbridge.http;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The HTTP settings of a client. Several clients may use the same options. They share a {@link Builder#rateLimiter rate
 * limiter} only if one is set, and the connections of an {@link Builder#okHttpClient OkHttpClient} only if one is set.
 * Immutable and thread-safe.
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

    /** Returns a builder with the documented defaults. */
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

    /**
     * Returns the timeout for one attempt. For a list that is returned in a single response, it applies until the
     * response begins and then to each element.
     */
    public abstract Duration callTimeout();

    /**
     * Returns the maximum uncompressed size of a response in bytes. For a list that is returned in a single response,
     * it applies to each element.
     */
    public abstract long maxResponseBytes();

    /** Returns the maximum number of rows of a list that does not state its total. */
    public abstract long maxListRows();

    /** Returns whether plain HTTP to other machines is permitted. */
    public abstract boolean allowInsecureHttp();

    /** Returns the retry policy. */
    public abstract RetryPolicy retryPolicy();

    /** Returns the rate limiter that clients with these options share; empty if each client has its own. */
    public abstract Optional<RateLimiter> rateLimiter();

    /** Returns the request listener. */
    public abstract RequestListener listener();

    /** Returns the redactor that clients with these options share; empty if each client hides only its own secrets. */
    public abstract Optional<Redactor> redactor();

    /** Returns the clock. */
    public abstract Clock clock();

    /** Returns the sleeper that is used to wait. */
    public abstract Sleeper sleeper();

    /**
     * Returns the OkHttp client whose connections, proxy, DNS and TLS settings are used; empty if each Hourbridge
     * client creates its own.
     */
    public abstract Optional<OkHttpClient> okHttpClient();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds {@link HttpOptions}. Not thread-safe. */
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
         * Sets the timeout for one attempt, 1 ms to 24 h. It includes the wait for a free slot, because a client makes
         * at most 128 calls at the same time. For a list that is returned in a single response, the timeout applies
         * until the response begins and then to each element. The list is closed if nothing is read from it for five
         * times this timeout. Default: 60 s.
         */
        public abstract Builder callTimeout(Duration callTimeout);

        /**
         * Sets the maximum uncompressed size of a response in bytes, at least 1,024. Reading a response requires
         * several times as much memory. The default works with a heap of 64 MB and is sufficient for 500 entries of 16
         * KiB each. The limits for the number of values in a response and for the length of a string are derived from
         * this size. Default: 8 MiB.
         */
        public abstract Builder maxResponseBytes(long maxResponseBytes);

        /**
         * Sets the maximum number of rows of a list that does not state its total, at least 1. This is a safeguard
         * against an endless list. A longer list throws {@link dev.hourbridge.model.ListTooLongException}. For
         * Codebase, the limit applies to each project. Default: {@link Long#MAX_VALUE}, no limit.
         */
        public abstract Builder maxListRows(long maxListRows);

        /**
         * Sets whether plain HTTP to other machines is permitted, for a service on an intranet. If it is, others on the
         * network can read the credentials. Otherwise, plain HTTP requests are sent only to {@code localhost}, {@code
         * 127.0.0.0/8} and {@code ::1}, over a direct connection to a loopback address. Default: false.
         */
        public abstract Builder allowInsecureHttp(boolean allowInsecureHttp);

        /** Sets the retry policy. Default: {@link RetryPolicy#ofDefaults()}. */
        public abstract Builder retryPolicy(RetryPolicy retryPolicy);

        /**
         * Sets one rate limiter that all clients with these options share. Use it if the service counts their requests
         * together. Default: a new {@link RateLimiter#learning()} per client.
         */
        public abstract Builder rateLimiter(RateLimiter rateLimiter);

        /**
         * Sets the request listener. If none is set, waits of 5 seconds or more are logged at level {@code INFO} by
         * {@code dev.hourbridge.http}. Default: {@link RequestListener#none()}.
         */
        public abstract Builder listener(RequestListener listener);

        /**
         * Sets the redactor for messages and logs. Clients add their secrets to it and hide all secrets that it
         * contains. Default: a redactor per client with the secrets of that client.
         */
        public abstract Builder redactor(Redactor redactor);

        /** Sets the clock. Default: the system clock. */
        public abstract Builder clock(Clock clock);

        /** Sets the sleeper that is used to wait. It is called once per wait. Default: {@link Sleeper#system()}. */
        public abstract Builder sleeper(Sleeper sleeper);

        /**
         * Sets an OkHttp client whose connections, proxy, DNS and TLS settings are used. Hourbridge clients share its
         * connection pool, but use their own timeouts, redirects, cookies, cache and threads. Closing them does not
         * close the OkHttp client. Default: a new one per Hourbridge client.
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
                throw new InvalidInputException("maxResponseBytes", "a number below 1,024", "specify at least 1,024");
            }
            if (options.maxListRows() < 1) {
                throw new InvalidInputException("maxListRows", "a number below 1", "specify at least 1");
            }
            return options;
        }
    }
}
