package dev.hourbridge.http.internal;

import dev.hourbridge.http.Redactor;
import dev.hourbridge.model.spi.Failure;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A request that passes through the transports. */
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

    /** Returns the text without the secrets of the client. */
    String redact(String text) {
        return redactor.redact(text);
    }

    /** Returns whether the limiter's permit was obtained in advance. */
    boolean permitHeld() {
        return permitHeld;
    }

    /** Returns the path as sent, without the query, which may contain confidential values. */
    String path() {
        return request.url().encodedPath();
    }

    Exchange with(Request other) {
        return new Exchange(other, kind, redactor, state, permitHeld);
    }

    Exchange withPermit(boolean held) {
        return new Exchange(request, kind, redactor, state, held);
    }

    /** Returns a failure of this request, with the number of its attempts. */
    Failure.Builder failure(String what) {
        return Failure.builder(this + " " + redact(what) + ".").attempts(state.attempts());
    }

    /** Returns the method, the host and the path, redacted. */
    @Override
    public String toString() {
        HttpUrl url = request.url();
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        return request.method() + " " + url.host() + port + redact(path());
    }
}
