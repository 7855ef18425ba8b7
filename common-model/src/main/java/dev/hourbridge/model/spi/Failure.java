package dev.hourbridge.model.spi;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about a failed call. Every {@link HourbridgeException} is created from a failure. Intended for
 * implementers of {@link TimeTracker}; callers read the exception. Immutable and thread-safe.
 */
@AutoValue
public abstract class Failure {
    Failure() {}

    /**
     * Returns a builder with a message that names the request and states what happened, without any payload, query
     * value or secret.
     */
    public static Builder builder(String message) {
        return new AutoValue_Failure.Builder().message(message).attempts(0);
    }

    /** Returns a human-readable description of what happened. */
    public abstract String message();

    /** Returns the HTTP status, if there was a response. */
    public abstract OptionalInt status();

    /** Returns the service's message, truncated to a few hundred characters. */
    public abstract Optional<String> serviceMessage();

    /** Returns the number of attempts to send the request. */
    public abstract int attempts();

    /** Returns what is known about a write; empty for a read. */
    public abstract Optional<WriteOutcome> outcome();

    /** Returns the cause. */
    public abstract Optional<Throwable> cause();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Failure}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets a human-readable description of what happened. */
        public abstract Builder message(String message);

        /** Sets the HTTP status. Default: none, for a call without a response. */
        public abstract Builder status(int status);

        /** Sets the service's message. Default: none. */
        public abstract Builder serviceMessage(String serviceMessage);

        /** Sets the number of attempts to send the request. Default: 0. */
        public abstract Builder attempts(int attempts);

        /** Sets what is known about a write. Default: empty, for a read. */
        public abstract Builder outcome(WriteOutcome outcome);

        /** Sets the cause. Default: none. */
        public abstract Builder cause(Throwable cause);

        /** Returns the failure. */
        public abstract Failure build();
    }
}
