package dev.hourbridge.http.internal;

import okhttp3.HttpUrl;
import okhttp3.Request;

/** One request on its way down the transports. */
final class Exchange {
    private final Request request;
    private final Operation operation;
    private final CallState state;
    private final boolean permitHeld;

    Exchange(Request request, Operation operation, CallState state) {
        this(request, operation, state, false);
    }

    private Exchange(Request request, Operation operation, CallState state, boolean permitHeld) {
        this.request = request;
        this.operation = operation;
        this.state = state;
        this.permitHeld = permitHeld;
    }

    Request request() {
        return request;
    }

    Operation operation() {
        return operation;
    }

    CallState state() {
        return state;
    }

    /** Whether the limiter has been asked already. */
    boolean permitHeld() {
        return permitHeld;
    }

    /** The path as sent, without the query, which may hold what no log should. */
    String path() {
        return request.url().encodedPath();
    }

    Exchange with(Request other) {
        return new Exchange(other, operation, state, permitHeld);
    }

    Exchange withPermit(boolean held) {
        return new Exchange(request, operation, state, held);
    }

    /** The method, the host and the path: a program may speak to several hosts. */
    @Override
    public String toString() {
        HttpUrl url = request.url();
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return request.method() + " " + url.host() + port + path();
    }
}
