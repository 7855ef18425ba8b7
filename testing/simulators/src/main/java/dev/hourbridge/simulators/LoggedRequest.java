package dev.hourbridge.simulators;

import java.util.List;

/**
 * A request as it arrived. It contains the names of the query parameters, but not their values, the headers or the
 * body. Immutable.
 */
public interface LoggedRequest {
    /** Returns the HTTP method in uppercase. */
    String method();

    /** Returns the decoded path. */
    String path();

    /** Returns the names of the query parameters, each once, in order of appearance. */
    List<String> queryNames();

    /** Returns the service's operation, such as {@code list} or {@code create}, or {@code unknown}. */
    String operation();
}
