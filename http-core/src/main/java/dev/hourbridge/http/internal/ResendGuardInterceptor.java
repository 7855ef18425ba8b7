package dev.hourbridge.http.internal;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.Collections;
import java.util.List;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Prevents OkHttp from sending a request again by itself. Located between OkHttp and the network, it reports the start
 * of sending to the {@link SendTracker}, and hides from OkHttp the responses that OkHttp would follow with another
 * attempt: 408, and 503 with {@code Retry-After: 0}. It also hides two that make OkHttp throw: a {@code Retry-After} of
 * more than 10 digits, and a 407 that is not from a proxy. A response with two lengths, or a length that is not a
 * number, is rejected: its end is unknown, and the remaining bytes would be read as the next response.
 */
final class ResendGuardInterceptor implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String HIDDEN_RETRY_AFTER = "X-Hourbridge-Retry-After";
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int TIMEOUT = 408;
    private static final int HIDDEN = 599;
    private static final String HIDDEN_STATUS = "X-Hourbridge-Status";

    @Override
    public Response intercept(Chain chain) throws IOException {
        SendTracker tracker = chain.request().tag(SendTracker.class);
        if (tracker != null) {
            tracker.begin(chain.connection());
        }
        Response response = chain.proceed(chain.request());
        checkLength(response);
        Headers.Builder headers =
                response.headers().newBuilder().removeAll(HIDDEN_RETRY_AFTER).removeAll(HIDDEN_STATUS);
        String retryAfter = response.header(RETRY_AFTER);
        if (retryAfter != null) {
            // "Unsafe" skips a check that OkHttp does not apply to values from the network either.
            headers.removeAll(RETRY_AFTER).addUnsafeNonAscii(HIDDEN_RETRY_AFTER, retryAfter);
        }
        if (!isHidden(chain, response.code())) {
            return response.newBuilder().headers(headers.build()).build();
        }
        headers.add(HIDDEN_STATUS, Integer.toString(response.code()));
        return response.newBuilder().code(HIDDEN).headers(headers.build()).build();
    }

    private static void checkLength(Response response) throws IOException {
        List<String> lengths = response.headers().values("Content-Length");
        boolean sound = lengths.isEmpty()
                || (lengths.get(0).matches("\\d{1,18}")
                        && Collections.frequency(lengths, lengths.get(0)) == lengths.size());
        if (!sound) {
            // Not closed here, because closing a body with a negative length throws. OkHttp closes the connection.
            throw new ProtocolException("Content-Length");
        }
    }

    private static boolean isHidden(Chain chain, int status) {
        Connection connection = chain.connection();
        boolean proxied = connection != null && connection.route().proxy().type() == Proxy.Type.HTTP;
        return status == TIMEOUT || (status == PROXY_AUTHENTICATION && !proxied);
    }

    /** Returns the original status. */
    static int status(Response response) {
        String hidden = response.header(HIDDEN_STATUS);
        return hidden == null ? response.code() : Integer.parseInt(hidden);
    }

    /** Returns the original headers. */
    static Headers headers(Response response) {
        String retryAfter = response.header(HIDDEN_RETRY_AFTER);
        Headers.Builder headers =
                response.headers().newBuilder().removeAll(HIDDEN_RETRY_AFTER).removeAll(HIDDEN_STATUS);
        return retryAfter == null
                ? headers.build()
                : headers.addUnsafeNonAscii(RETRY_AFTER, retryAfter).build();
    }
}
