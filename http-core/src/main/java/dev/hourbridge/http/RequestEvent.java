package dev.hourbridge.http;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.OptionalInt;

/** What a {@link RequestListener} is told. Immutable and safe for use by several threads. */
@AutoValue
public abstract class RequestEvent {
    RequestEvent() {}

    /** A builder; for the clients. */
    public static Builder builder() {
        return new AutoValue_RequestEvent.Builder().elapsed(Duration.ZERO);
    }

    /** The HTTP method. */
    public abstract String method();

    /** The path, without the query. */
    public abstract String path();

    /** Which attempt this is, from 1. */
    public abstract int attempt();

    /** The status of the response; empty if none has come. */
    public abstract OptionalInt status();

    /** How long the attempt, or at the end the whole call, took; zero before it is sent. */
    public abstract Duration elapsed();

    /** Builds a {@link RequestEvent}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The HTTP method. */
        public abstract Builder method(String method);

        /** The path, without the query. */
        public abstract Builder path(String path);

        /** Which attempt this is, from 1. */
        public abstract Builder attempt(int attempt);

        /** The status of the response. Default: none. */
        public abstract Builder status(int status);

        /** How long it took. Default: zero. */
        public abstract Builder elapsed(Duration elapsed);

        /** The event. */
        public abstract RequestEvent build();
    }
}
