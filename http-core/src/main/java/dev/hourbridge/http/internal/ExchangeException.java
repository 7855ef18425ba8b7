package dev.hourbridge.http.internal;

import dev.hourbridge.model.WriteOutcome;
import org.jspecify.annotations.Nullable;

/** There is no response to a request. It becomes one of the model's exceptions before a caller sees it. */
public final class ExchangeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final WriteOutcome outcome;

    ExchangeException(Kind kind, String what, WriteOutcome outcome, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.outcome = outcome;
    }

    /** What kept the response away. */
    enum Kind {
        CONNECTION,
        UNTRUSTED,
        CLOSED,
        INTERRUPTED,
        TOO_LARGE,
        AUTHENTICATION
    }

    /**
     * No token could be had.
     *
     * @param what the end of a sentence that began with the request, such as "had no token: the
     *     password was refused"; never a secret
     */
    public static ExchangeException authentication(String what) {
        return new ExchangeException(Kind.AUTHENTICATION, what, WriteOutcome.NOT_SENT, null);
    }

    /**
     * No token could be had just now; the request may be tried again.
     *
     * @param what the end of a sentence that began with the request; never a secret
     */
    public static ExchangeException unavailable(String what) {
        return new ExchangeException(Kind.CONNECTION, what, WriteOutcome.NOT_SENT, null);
    }

    Kind kind() {
        return kind;
    }

    /** What is known of the request, were it a write. */
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
