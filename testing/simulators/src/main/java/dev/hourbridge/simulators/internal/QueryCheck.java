package dev.hourbridge.simulators.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a query strictly: undocumented parameters are rejected.
 *
 * <p>The real services ignore unknown parameters, so a typing error in a client would silently select all entries. With
 * this check, a test fails.
 */
public final class QueryCheck {
    private QueryCheck() {}

    /**
     * Returns the query's parameters by name.
     *
     * @throws RejectedRequestException with this status if a parameter is unknown or occurs twice
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
