package dev.hourbridge.simulators;

import com.google.auto.value.AutoValue;
import java.util.List;

/** A request as it arrived. Holds names of query parameters, never their values, nor a header or a body. */
@AutoValue
public abstract class LoggedRequest {
    LoggedRequest() {}

    static LoggedRequest of(Call call, String operation) {
        return new AutoValue_LoggedRequest(
                call.method(),
                call.path(),
                call.query().stream().map(QueryParameter::name).distinct().toList(),
                operation);
    }

    /** The HTTP method, in capitals. */
    public abstract String method();

    /** The path, decoded. */
    public abstract String path();

    /** Names of the query's parameters, each once, in the order in which they came. */
    public abstract List<String> queryNames();

    /** The service's operation, such as {@code list} or {@code create}; {@code unknown} if it is none. */
    public abstract String operation();
}
