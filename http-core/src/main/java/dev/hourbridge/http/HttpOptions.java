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
 */
@AutoValue
public abstract class HttpOptions {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    HttpOptions() {}

    /** A builder with the defaults that each of its methods names. */
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

    /** How long a connection may take to be made. */
    public abstract Duration connectTimeout();

    /** How long nothing may come. */
    public abstract Duration readTimeout();

    /** How long nothing may be taken. */
    public abstract Duration writeTimeout();

    /** How long one attempt may take as a whole; of a list that comes in one response, its beginning and each element. */
    public abstract Duration callTimeout();

    /** The largest response, unzipped, in bytes; of a list that comes in one response, the largest element. */
    public abstract long maxResponseBytes();

    /** The most rows of a list that does not announce its total. */
    public abstract long maxListRows();

    /** Whether plain http may be sent to other machines. */
    public abstract boolean allowInsecureHttp();

    /** How often, and after which waits, a request is sent again. */
    public abstract RetryPolicy retryPolicy();

    /** Returns the limiter that clients with these options share; empty if each client has its own. */
    public abstract Optional<RateLimiter> rateLimiter();

    /** What hears of requests. */
    public abstract RequestListener listener();

    /** Hides the secrets of this client and of others in messages and logs; empty to hide this client's only. */
    public abstract Optional<Redactor> redactor();

    /** What tells the time. */
    public abstract Clock clock();

    /** What waits. */
    public abstract Sleeper sleeper();

    /** The client whose connections, proxy, DNS and TLS are used; empty for one of our own. */
    public abstract Optional<OkHttpClient> okHttpClient();

    /** A builder with these values. */
    public abstract Builder toBuilder();

    /** Builds {@link HttpOptions}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** How long a connection may take to be made, 1 ms to 24 h. Default: 10 s. */
        public abstract Builder connectTimeout(Duration connectTimeout);

        /** How long nothing may come, 1 ms to 24 h. Default: 30 s. */
        public abstract Builder readTimeout(Duration readTimeout);

        /** How long nothing may be taken, 1 ms to 24 h. Default: 30 s. */
        public abstract Builder writeTimeout(Duration writeTimeout);

        /**
         * How long one attempt may take as a whole, 1 ms to 24 h, the wait for one of the 128 calls that a client makes
         * at once included; of a list that comes in one response, its beginning and each element. Such a list is given up
         * if nothing is read of it for five times as long. Default: 60 s.
         */
        public abstract Builder callTimeout(Duration callTimeout);

        /**
         * The largest response, unzipped, in bytes, at least 1,024. Reading one takes a few times as much memory; the
         * default passes in a heap of 64 MB, and holds 500 entries of 16 KiB each. The limits on the number of values
         * in a response and on the length of a text follow from it. Default: 8 MiB.
         */
        public abstract Builder maxResponseBytes(long maxResponseBytes);

        /**
         * The most rows of a list that does not announce its total, at least 1, which ends a list that a service
         * makes without end. A longer one ends with {@link dev.hourbridge.model.ListTooLongException}. At Codebase,
         * the limit is for one project. Default: {@link Long#MAX_VALUE}, no limit.
         */
        public abstract Builder maxListRows(long maxListRows);

        /**
         * Whether plain http may be sent to other machines, for a service on an intranet: anyone on the way can
         * read the credentials then. Without it, plain http is sent to {@code localhost}, {@code 127.0.0.0/8} and
         * {@code ::1} only, over a connection that goes to a loopback address without a proxy. Default: false.
         */
        public abstract Builder allowInsecureHttp(boolean allowInsecureHttp);

        /** How often, and after which waits, a request is sent again. Default: {@link RetryPolicy#ofDefaults()}. */
        public abstract Builder retryPolicy(RetryPolicy retryPolicy);

        /**
         * Sets one limiter for all clients with these options, for clients that the service counts together. Default:
         * {@link RateLimiter#learning()}, a new one per client.
         */
        public abstract Builder rateLimiter(RateLimiter rateLimiter);

        /**
         * What hears of requests. Without one, a wait of 5 seconds or more is logged at level {@code INFO} by {@code
         * dev.hourbridge.http}. Default: {@link RequestListener#none()}.
         */
        public abstract Builder listener(RequestListener listener);

        /**
         * Hides secrets in messages and logs: the client adds its own to it, and hides all that it holds. Default:
         * a redactor per client, which holds that client's secrets only.
         */
        public abstract Builder redactor(Redactor redactor);

        /** What tells the time. Default: the system's clock. */
        public abstract Builder clock(Clock clock);

        /** What waits, once per wait. Default: {@link Sleeper#system()}. */
        public abstract Builder sleeper(Sleeper sleeper);

        /**
         * A client whose connections, proxy, DNS and TLS to use. What is needed is derived from it and
         * shares its pool; timeouts, redirects, cookies, cache and threads are this project's own, and closing a
         * client of this project leaves it as it was. Default: one of our own.
         */
        public abstract Builder okHttpClient(OkHttpClient okHttpClient);

        abstract HttpOptions autoBuild();

        /**
         * The options.
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
