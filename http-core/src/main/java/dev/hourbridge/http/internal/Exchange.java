package dev.hourbridge.http.internal;

import dev.hourbridge.http.Redactor;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** One request on its way down the transports. */
final class Exchange {
    private final Request request;
    private final CallKind kind;
    private final Redactor redactor;
    private final CallState state;
    private final boolean permitHeld;

    Exchange(Request request, CallKind kind, Redactor redactor, CallState state) {
        this(request, kind, redactor, state, false);
    }

    private Exchange(Request request, CallKind kind, Redactor redactor, CallState state, boolean permitHeld) {
        this.request = request;
        this.kind = kind;
        this.redactor = redactor;
        this.state = state;
        this.permitHeld = permitHeld;
    }

    Request request() {
        return request;
    }

    CallKind kind() {
        return kind;
    }

    CallState state() {
        return state;
    }

    /** The text without the secrets of the client that makes the request. */
    String redact(String text) {
        return redactor.redact(text);
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
        return new Exchange(other, kind, redactor, state, permitHeld);
    }

    Exchange withPermit(boolean held) {
        return new Exchange(request, kind, redactor, state, held);
    }

    /** The method, the host and the path: a program may speak to several hosts. An id in the path may come from the service. */
    @Override
    public String toString() {
        HttpUrl url = request.url();
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return request.method() + " " + url.host() + port + redact(path());
    }
}
