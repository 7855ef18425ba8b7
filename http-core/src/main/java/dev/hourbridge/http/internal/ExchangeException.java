package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;
import org.jspecify.annotations.Nullable;

/** Thrown if a request has no response. Converted to an exception of the model before it reaches the caller. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final WriteOutcome outcome;

    ExchangeException(Kind kind, String what, WriteOutcome outcome, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.outcome = outcome;
    }

    /** The reason why there is no response. */
    enum Kind {
        CONNECTION,
        UNTRUSTED,
        CLOSED,
        INTERRUPTED,
        TOO_LARGE,
        AUTHENTICATION
    }

    /**
     * Returns the exception for a token that is not available.
     *
     * @param what the end of a sentence that begins with the request, such as "had no token: the password was
     *     rejected"; never a secret
     */
    public static ExchangeException authentication(String what) {
        return new ExchangeException(Kind.AUTHENTICATION, what, WriteOutcome.NOT_SENT, null);
    }

    /**
     * Returns the exception for a token that is temporarily not available; the request may be retried.
     *
     * @param what the end of a sentence that begins with the request; never a secret
     */
    public static ExchangeException unavailable(String what) {
        return new ExchangeException(Kind.CONNECTION, what, WriteOutcome.NOT_SENT, null);
    }

    Kind kind() {
        return kind;
    }

    /** Returns what is known about the request if it is a write. */
    WriteOutcome outcome() {
        return outcome;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    ExchangeException withOutcome(WriteOutcome other) {
        return new ExchangeException(kind, what(), other, getCause());
    }
}
