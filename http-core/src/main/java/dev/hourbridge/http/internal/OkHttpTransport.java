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
 * Sends requests with OkHttp on separate threads, because OkHttp's {@code execute()} waits on a socket, which cannot be
 * interrupted. The path of a call:
 *
 * <ol>
 *   <li>{@link #send(Exchange)} runs on the thread of the caller. It repeats step 2 only if the connection was stale
 *       before any byte of the request was sent, at most once per pooled connection.
 *   <li>{@link #sendOnce} takes one of the {@link #slots} and starts the call timeout. OkHttp's own timeout is off,
 *       because it would end a list that has begun.
 *   <li>{@code call.enqueue} starts a network thread, and the caller waits for a future.
 *   <li>On the network thread, {@link PlainHttpGuard} rejects plain http that leaves this machine, and {@link
 *       ResendGuardInterceptor} marks the {@link SendTracker}: from then on, the outcome of a failed write is in doubt.
 *   <li>{@link ResponseCallback} reads the body and completes the future. For a list that is read one element at a
 *       time, it completes the future first and then pumps the body into a {@link StreamedBody}, without a slot.
 *   <li>On an interrupt, a timeout or a close, the caller stops the tracker, which decides between {@code NOT_SENT} and
 *       {@code IN_DOUBT}, cancels the call, and closes a response that arrives late. {@link NetworkFailures} creates
 *       the exception.
 * </ol>
 *
 * <p>OkHttp never sends a request twice by itself: {@link OneShotBody} and {@link ResendGuardInterceptor} prevent it.
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

    /**
     * Each call that waits for its response holds one. A list that has begun holds none, so it does not block other
     * calls.
     */
    private final Semaphore slots;

    private final int maxCalls;

    OkHttpTransport(HttpOptions options, CloseSignal closeSignal) {
        this(options, closeSignal, MAX_CALLS);
    }

    /**
     * Creates a transport; for tests.
     *
     * @param maxCalls the maximum number of calls that wait for their responses concurrently
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
                // Shorter than the timeout of most servers, so a pooled connection is rarely stale.
                .orElseGet(() -> new OkHttpClient.Builder().connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS)))
                .dispatcher(dispatcher())
                // Tests prove that a create is exactly one POST, but only over HTTP/1.1.
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
                    // The caller already has the exception; OkHttp rethrows it on its thread.
                    thread.setUncaughtExceptionHandler(
                            (owner, e) -> LOGGER.log(Level.DEBUG, "A call failed: {0}.", e.getClass()));
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        // The queue of the dispatcher has no timeout; the slots have one.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    /**
     * {@inheritDoc}
     *
     * <p>If a connection is found to be stale before any byte is sent, the request uses the next connection. OkHttp
     * does not check connections that were idle for less than 10 seconds, and many servers close them after 5.
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
        SendTracker tracker = new SendTracker(!exchange.kind().isRepeatable());
        Request request =
                exchange.request().newBuilder().tag(SendTracker.class, tracker).build();
        Call call = client.newCall(request);
        CompletableFuture<ApiResponse> future = new CompletableFuture<>();
        call.enqueue(new ResponseCallback(exchange, maxBytes, callTimeout, future, streams));
        try {
            // OkHttp's own timeout would end a list that has begun, and does not include the wait for a slot.
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
            // The call failed during the interrupt, so there is no response to close.
        }
    }

    private static ExchangeException interrupted(WriteOutcome outcome) {
        return new ExchangeException(ExchangeException.Kind.INTERRUPTED, "was interrupted", outcome, null);
    }

    private ExchangeException failure(@Nullable Throwable cause, WriteOutcome outcome) {
        if (cause instanceof TooLargeException) {
            return new ExchangeException(
                    ExchangeException.Kind.TOO_LARGE,
                    "returned more than " + maxBytes + " bytes, the limit set by maxResponseBytes; increase "
                            + "maxResponseBytes",
                    WriteOutcome.IN_DOUBT,
                    null);
        }
        return closeSignal.isClosed() ? CloseSignal.failure(outcome, null) : networkFailures.of(cause, outcome);
    }

    @Override
    public void close() {
        // This comes first, so no call starts after the existing ones are cancelled.
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        streams.forEach(StreamedBody::close);
        if (ownsPool) {
            client.connectionPool().evictAll();
        }
    }

    /** Thrown if the body exceeds the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
