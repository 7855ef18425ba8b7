package dev.hourbridge.simulators.internal;

import java.util.List;

/**
 * The behavior of one service. The server calls it for one request at a time.
 *
 * <p>Each vendor has one class. It is independent of sockets and faults: {@link SimulatorServer} calls it under its
 * lock and determines what the caller receives.
 */
public interface Service {
    /** Returns the operation of a request, for the log; {@code unknown} if there is no such operation. */
    String operation(Call call);

    /**
     * Processes a request.
     *
     * @throws RejectedRequestException if the service does not accept it
     */
    Reply respond(Call call);

    /** Returns a failure in the service's own format. The request is not processed. */
    Reply failure(int status);

    /** Returns the response to a rejected request. Default: a failure without the reasons. */
    default Reply rejection(int status, List<String> reasons) {
        return failure(status);
    }

    /** Returns the response to a request over a rate limit. {@code seconds} is the time to wait. */
    default Reply throttled(int status, long seconds) {
        return failure(status).with("Retry-After", Long.toString(seconds));
    }
}
