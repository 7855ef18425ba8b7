package dev.hourbridge.http.internal;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sits between OkHttp and the network. It notes that a request leaves, and hides from OkHttp what
 * would make it send a request again by itself, uncounted: a 408, and {@code 503} with {@code
 * Retry-After: 0}. (A {@code Retry-After} of more than ten digits even makes it throw.)
 */
final class PlainAnswers implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String HIDDEN_RETRY_AFTER = "X-Hourbridge-Retry-After";
    private static final int TIMEOUT = 408;
    private static final int HIDDEN_TIMEOUT = 508;
    private static final String HIDDEN_STATUS = "X-Hourbridge-Status";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null) {
            departure.leave();
        }
        Response response = chain.proceed(chain.request());
        Headers.Builder headers =
                response.headers().newBuilder().removeAll(HIDDEN_RETRY_AFTER).removeAll(HIDDEN_STATUS);
        String retryAfter = response.header(RETRY_AFTER);
        if (retryAfter != null) {
            // "Unsafe" spares a check that a value from the network has not passed either.
            headers.removeAll(RETRY_AFTER).addUnsafeNonAscii(HIDDEN_RETRY_AFTER, retryAfter);
        }
        if (response.code() != TIMEOUT) {
            return response.newBuilder().headers(headers.build()).build();
        }
        headers.add(HIDDEN_STATUS, Integer.toString(TIMEOUT));
        return response.newBuilder()
                .code(HIDDEN_TIMEOUT)
                .headers(headers.build())
                .build();
    }

    /** The status as it came. */
    static int status(Response response) {
        return response.header(HIDDEN_STATUS) == null ? response.code() : TIMEOUT;
    }

    /** The headers as they came. */
    static Headers headers(Response response) {
        String retryAfter = response.header(HIDDEN_RETRY_AFTER);
        Headers.Builder headers =
                response.headers().newBuilder().removeAll(HIDDEN_RETRY_AFTER).removeAll(HIDDEN_STATUS);
        return retryAfter == null
                ? headers.build()
                : headers.addUnsafeNonAscii(RETRY_AFTER, retryAfter).build();
    }
}
