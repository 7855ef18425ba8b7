package dev.hourbridge.simulators;

import java.util.List;

/**
 * A request as it arrived. It holds the names of query parameters but not their values, and no header and no
 * body. Immutable.
 */
public interface LoggedRequest {
    /** Returns the HTTP method in capitals. */
    String method();

    /** Returns the decoded path. */
    String path();

    /** Returns the names of the query's parameters, each once, in the order in which they came. */
    List<String> queryNames();

    /** Returns the service's operation, such as {@code list} or {@code create}, or {@code unknown}. */
    String operation();
}
