package dev.hourbridge.simulators.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a query strictly: what a service does not document, it refuses. */
public final class QueryCheck {
    private QueryCheck() {}

    /**
     * The query's parameters by name.
     *
     * @throws RejectedRequestException with this status if one is unknown or comes twice
     */
    public static Map<String, String> read(Call call, Set<String> known, int status) {
        Map<String, String> read = new LinkedHashMap<>();
        for (QueryParameter parameter : call.query()) {
            if (!known.contains(parameter.name())) {
                throw new RejectedRequestException(status, "Unknown parameter " + parameter.name());
            }
            if (read.put(parameter.name(), parameter.value()) != null) {
                throw new RejectedRequestException(status, "Parameter " + parameter.name() + " is given twice");
            }
        }
        return read;
    }
}
