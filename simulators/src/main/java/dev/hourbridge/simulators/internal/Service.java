package dev.hourbridge.simulators.internal;

/** The behaviour of one service behind {@link SimulatorServer}, which calls it for one request at a time. */
public interface Service {
    /** The operation that a request is for, for the log; {@code unknown} if it is none. */
    String operation(Call call);

    /** Does what is asked and answers. */
    Reply answer(Call call);

    /** A failure in the service's own shape; nothing was done. */
    Reply failure(int status);

    /** A refusal because of too many requests. {@code seconds}: how long to wait. */
    default Reply throttled(int status, long seconds) {
        return failure(status).with("Retry-After", Long.toString(seconds));
    }
}
