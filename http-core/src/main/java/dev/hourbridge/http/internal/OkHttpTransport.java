package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests on the wire, over threads of its own: OkHttp's {@code execute()} waits on a socket,
 * which an interrupt does not end.
 */
final class OkHttpTransport implements Transport, AutoCloseable {
    private static final Logger LOGGER = System.getLogger("dev.hourbridge.http");
    private static final int MAX_CALLS = 128;

    private final OkHttpClient client;
    private final boolean ownsPool;
    private final long maxBytes;
    private final Duration callTimeout;
    private final CloseSignal closeSignal;
    private final NetworkFailures networkFailures;
    private final Set<StreamedBody> streams = ConcurrentHashMap.newKeySet();

    /** One for each call that waits for its response: a list that has begun holds none, and so cannot keep others out. */
    private final Semaphore slots;

    private final int maxCalls;

    OkHttpTransport(HttpOptions options, CloseSignal closeSignal) {
        this(options, closeSignal, MAX_CALLS);
    }

    /**
     * For tests.
     *
     * @param maxCalls how many calls may wait for their responses at once
     */
    OkHttpTransport(HttpOptions options, CloseSignal closeSignal, int maxCalls) {
        this.maxCalls = maxCalls;
        slots = new Semaphore(maxCalls, true);
        ownsPool = options.okHttpClient().isEmpty();
        maxBytes = options.maxResponseBytes();
        callTimeout = options.callTimeout();
        this.closeSignal = closeSignal;
        networkFailures = new NetworkFailures(options);
        OkHttpClient.Builder built = options.okHttpClient()
                .map(OkHttpClient::newBuilder)
                // Shorter than most servers keep a connection: an idle one that is still open is rarely stale.
                .orElseGet(() -> new OkHttpClient.Builder().connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS)))
                .dispatcher(dispatcher())
                // A create is proven to be one POST over HTTP/1.1 only.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .writeTimeout(options.writeTimeout())
                .callTimeout(Duration.ZERO);
        if (!options.allowInsecureHttp()) {
            built.addNetworkInterceptor(new PlainHttpGuard());
        }
        client = built.addNetworkInterceptor(new ResendGuardInterceptor()).build();
    }

    private static Dispatcher dispatcher() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "hourbridge-http");
                    thread.setDaemon(true);
                    // OkHttp has told the caller already; it throws once more for whoever owns the thread.
                    thread.setUncaughtExceptionHandler(
                            (owner, e) -> LOGGER.log(Level.DEBUG, "A call failed: {0}.", e.getClass()));
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        // It would keep calls waiting without a limit; the slots do not.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    /**
     * {@inheritDoc}
     *
     * <p>What finds its connection ended before anything left takes the next one. OkHttp looks at none
     * that was idle for less than ten seconds, and many a server ends them after five.
     */
    @Override
    public ApiResponse send(Exchange exchange) throws ExchangeException {
        for (int others = client.connectionPool().connectionCount(); ; others--) {
            try {
                return sendOnce(exchange);
            } catch (ExchangeException e) {
                if (others <= 0
                        || e.outcome() != WriteOutcome.NOT_SENT
                        || !(e.getCause() instanceof SendTracker.StaleConnectionException)) {
                    throw e;
                }
            }
        }
    }

    private ApiResponse sendOnce(Exchange exchange) throws ExchangeException {
        long deadline = System.nanoTime() + callTimeout.toNanos();
        takeSlot(deadline);
        try {
            return send(exchange, deadline);
        } finally {
            slots.release();
        }
    }

    private void takeSlot(long deadline) throws ExchangeException {
        try {
            if (!slots.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw networkFailures.busy(maxCalls);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(WriteOutcome.NOT_SENT);
        }
    }

    private ApiResponse send(Exchange exchange, long deadline) throws ExchangeException {
        long left = deadline - System.nanoTime();
        SendTracker tracker = new SendTracker(exchange.kind().isCreate());
        Request request =
                exchange.request().newBuilder().tag(SendTracker.class, tracker).build();
        Call call = client.newCall(request);
        CompletableFuture<ApiResponse> future = new CompletableFuture<>();
        call.enqueue(new ResponseCallback(exchange, maxBytes, callTimeout, future, streams));
        try {
            // OkHttp's own timeout would end a list that has begun, and does not count the time that a call waits.
            return future.get(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(abandon(call, future, tracker));
        } catch (TimeoutException e) {
            WriteOutcome outcome = abandon(call, future, tracker);
            if (outcome == WriteOutcome.NOT_SENT && left < callTimeout.toNanos() / 2) {
                throw networkFailures.busy(maxCalls);
            }
            throw failure(new InterruptedIOException("timeout"), outcome);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), tracker.stop());
        }
    }

    private static WriteOutcome abandon(Call call, CompletableFuture<ApiResponse> future, SendTracker tracker) {
        WriteOutcome outcome = tracker.stop();
        call.cancel();
        if (!future.cancel(false)) {
            closeUnread(future);
        }
        return outcome;
    }

    private static void closeUnread(CompletableFuture<ApiResponse> future) {
        try {
            future.join().close();
        } catch (CompletionException e) {
            // It failed while the interrupt came: there is nothing to close.
        }
    }

    private static ExchangeException interrupted(WriteOutcome outcome) {
        return new ExchangeException(ExchangeException.Kind.INTERRUPTED, "was interrupted", outcome, null);
    }

    private ExchangeException failure(@Nullable Throwable cause, WriteOutcome outcome) {
        if (cause instanceof TooLargeException) {
            return new ExchangeException(
                    ExchangeException.Kind.TOO_LARGE,
                    "was answered with more than " + maxBytes
                            + " bytes, the limit of maxResponseBytes; raise maxResponseBytes",
                    WriteOutcome.IN_DOUBT,
                    null);
        }
        return closeSignal.isClosed() ? CloseSignal.failure(outcome, null) : networkFailures.of(cause, outcome);
    }

    @Override
    public void close() {
        // First, so that no call begins after those that have begun are cancelled.
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        streams.forEach(StreamedBody::close);
        if (ownsPool) {
            client.connectionPool().evictAll();
        }
    }

    /** The body is longer than the cap. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
