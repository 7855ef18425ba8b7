package dev.hourbridge.simulators.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a query strictly: a parameter that the service does not document is rejected.
 *
 * <p>The real services ignore what they do not know, so that a typing error in a client would select all entries
 * without a sign. Here a test fails.
 */
public final class QueryCheck {
    private QueryCheck() {}

    /**
     * Returns the query's parameters by name.
     *
     * @throws RejectedRequestException with this status if a parameter is unknown or given twice
     */
    public static Map<String, String> read(Call call, Set<String> known, int status) {
        Map<String, String> read = new LinkedHashMap<>();
        for (QueryParameter parameter : call.query()) {
            if (!known.contains(parameter.name())) {
                throw new RejectedRequestException(status, "Unknown parameter " + parameter.name());
            }
            if (read.put(parameter.name(), parameter.value()) != null) {
                throw new RejectedRequestException(status, "Parameter " + parameter.name() + " occurs twice");
            }
        }
        return read;
    }
}
