package dev.hourbridge.http.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Receives a response on a network thread and passes it to the thread of the caller. */
final class ResponseCallback implements Callback {
    private static final long MAX_ERROR_BYTES = 1 << 20;

    private final Exchange exchange;
    private final long maxBytes;
    private final Duration callTimeout;
    private final CompletableFuture<ApiResponse> future;
    private final Set<StreamedBody> streams;

    ResponseCallback(
            Exchange exchange,
            long maxBytes,
            Duration callTimeout,
            CompletableFuture<ApiResponse> future,
            Set<StreamedBody> streams) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
        this.callTimeout = callTimeout;
        this.future = future;
        this.streams = streams;
    }

    @Override
    public void onFailure(Call call, IOException e) {
        future.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            if (!response.isSuccessful()) {
                future.complete(apiResponse(response, readError(response), null));
            } else if (exchange.kind() == CallKind.STREAM) {
                handOver(call, response);
            } else {
                future.complete(apiResponse(response, readWhole(response), null));
            }
        } catch (Throwable e) {
            // The caller waits for an outcome, and an error thrown on this thread would not reach it.
            future.completeExceptionally(e);
        }
    }

    private void handOver(Call call, Response response) {
        StreamedBody body = new StreamedBody(call, callTimeout);
        ApiResponse apiResponse = apiResponse(response, new byte[0], body);
        streams.add(body);
        try {
            if (!call.isCanceled() && future.complete(apiResponse)) {
                body.pump(response);
            } else {
                future.completeExceptionally(new IOException("Canceled"));
            }
        } finally {
            streams.remove(body);
        }
    }

    private ApiResponse apiResponse(Response response, byte[] bytes, @Nullable StreamedBody stream) {
        return new ApiResponse(
                exchange,
                ResendGuardInterceptor.status(response),
                ResendGuardInterceptor.headers(response),
                bytes,
                maxBytes,
                stream);
    }

    private byte[] readWhole(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(maxBytes + 1)) {
            throw new OkHttpTransport.TooLargeException();
        }
        return source.readByteArray();
    }

    /**
     * Reads the body of an error. The status is sufficient, so a long body is truncated and an incomplete one is empty.
     */
    private byte[] readError(Response response) {
        try {
            BufferedSource source = response.body().source();
            long max = Math.min(maxBytes, MAX_ERROR_BYTES);
            return source.request(max + 1) ? source.readByteArray(max) : source.readByteArray();
        } catch (IOException | RuntimeException e) {
            return new byte[0];
        }
    }
}
