package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.LoggedRequest;
import java.util.List;

/**
 * A request in the log.
 *
 * <p>Values of the query are not retained, because they may be personal data in a test log.
 */
record RequestRecord(String method, String path, List<String> queryNames, String operation) implements LoggedRequest {
    /** Returns the record of a request. */
    static RequestRecord of(Call call, String operation) {
        return new RequestRecord(
                call.method(),
                call.path(),
                call.query().stream().map(QueryParameter::name).distinct().toList(),
                operation);
    }
}
