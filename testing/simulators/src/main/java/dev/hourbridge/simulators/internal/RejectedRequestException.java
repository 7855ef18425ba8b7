package dev.hourbridge.simulators.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown if a service does not accept a request. The server converts it to the service's response. */
public final class RejectedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String[] reasons;
    private final transient @Nullable Reply reply;

    private RejectedRequestException(int status, @Nullable Reply reply, String... reasons) {
        // No stack trace, because the exception becomes a response and is never reported.
        super(status + ": " + String.join("; ", reasons), null, false, false);
        this.status = status;
        this.reasons = reasons;
        this.reply = reply;
    }

    /** Rejects with a status, and with reasons that the service renders in its own format. */
    public RejectedRequestException(int status, String... reasons) {
        this(status, null, reasons.clone());
    }

    /** Rejects with a complete response. */
    public RejectedRequestException(Reply reply) {
        this(reply.status(), reply);
    }

    /** Returns the response of the service to this request. */
    Reply reply(Service service) {
        return reply == null ? service.rejection(status, List.of(reasons)) : reply;
    }
}
