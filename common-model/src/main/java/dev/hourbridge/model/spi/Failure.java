package dev.hourbridge.model.spi;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a call that failed: what every {@link HourbridgeException} is made of. For
 * implementers of {@link TimeTracker}; callers read the exception. Immutable and safe for use by
 * several threads.
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

    /** Returns what happened, for people. */
    public abstract String message();

    /** Sets the HTTP status, if there was a response. */
    public abstract OptionalInt status();

    /** Returns the service's message, cut to a few hundred characters. */
    public abstract Optional<String> serviceMessage();

    /** Returns how often the request was sent, or tried. */
    public abstract int attempts();

    /** For a write: what is known of it. */
    public abstract Optional<WriteOutcome> outcome();

    /** Returns what caused it. */
    public abstract Optional<Throwable> cause();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Failure}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets what happened, for people. */
        public abstract Builder message(String message);

        /** Sets the HTTP status. Default: none came. */
        public abstract Builder status(int status);

        /** Sets the service's own words. Default: none. */
        public abstract Builder serviceMessage(String serviceMessage);

        /** Sets how often the request was sent. Default: 0. */
        public abstract Builder attempts(int attempts);

        /** For a write: what is known of it. Default: not a write. */
        public abstract Builder outcome(WriteOutcome outcome);

        /** Sets what caused it. Default: nothing. */
        public abstract Builder cause(Throwable cause);

        /** Returns the failure. */
        public abstract Failure build();
    }
}
