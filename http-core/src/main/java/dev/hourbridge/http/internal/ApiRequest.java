package dev.hourbridge.http.internal;

import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request under a base URL. This class percent-encodes ids and query parameters. Parameters retain their order.
 * Immutable and thread-safe.
 */
public final class ApiRequest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    private final Endpoint endpoint;
    private final String method;
    private final List<String> segments;
    private final List<Map.Entry<String, String>> query;
    private final List<Map.Entry<String, String>> headers;
    private final @Nullable Payload payload;

    private ApiRequest(
            Endpoint endpoint,
            String method,
            List<String> segments,
            List<Map.Entry<String, String>> query,
            List<Map.Entry<String, String>> headers,
            @Nullable Payload payload) {
        this.endpoint = endpoint;
        this.method = method;
        this.segments = segments;
        this.query = query;
        this.headers = headers;
        this.payload = payload;
    }

    /**
     * The kind of a request, without ids, for use as labels by listeners.
     *
     * @param operation the name of the operation, from a fixed set per client, such as {@code listTimeEntries}
     * @param pathTemplate the path below the base URL, such as {@code /time_entries/{id}.json}
     */
    record Endpoint(String operation, String pathTemplate) {}

    /** The body of a request. */
    record Payload(String contentType, ByteString bytes) {}

    /**
     * Returns a GET.
     *
     * @param operation the name of the operation for listeners, from a fixed set per client
     * @param path the path below the base URL, with a placeholder for each id: {@code time_entries/{id}.json}
     * @param ids the values of the placeholders, in order, not encoded
     * @throws InvalidInputException if a segment is empty, {@code .} or {@code ..}, or an id contains a slash, a
     *     backslash, a control character or a lone surrogate
     */
    public static ApiRequest get(String operation, String path, String... ids) {
        return request("GET", operation, path, ids);
    }

    /** Returns a POST; see {@link #get}. */
    public static ApiRequest post(String operation, String path, String... ids) {
        return request("POST", operation, path, ids);
    }

    /** Returns a PUT; see {@link #get}. */
    public static ApiRequest put(String operation, String path, String... ids) {
        return request("PUT", operation, path, ids);
    }

    /** Returns a DELETE; see {@link #get}. */
    public static ApiRequest delete(String operation, String path, String... ids) {
        return request("DELETE", operation, path, ids);
    }

    private static ApiRequest request(String method, String operation, String path, String... ids) {
        Iterator<String> values = List.of(ids).iterator();
        List<String> segments = new ArrayList<>();
        for (String template : path.split("/", -1)) {
            String segment =
                    PLACEHOLDER.matcher(template).replaceAll(placeholder -> Matcher.quoteReplacement(values.next()));
            UrlText.checkSegment(segment);
            segments.add(segment);
        }
        if (values.hasNext()) {
            throw new IllegalArgumentException("more ids than placeholders: " + path);
        }
        return new ApiRequest(
                new Endpoint(operation, "/" + path), method, List.copyOf(segments), List.of(), List.of(), null);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Adds a query parameter; names may repeat.
     *
     * @throws InvalidInputException if it contains a lone surrogate or a NUL
     */
    public ApiRequest query(String name, String value) {
        UrlText.checkParameter(name, value);
        return new ApiRequest(endpoint, method, segments, plus(query, name, value), headers, payload);
    }

    /** Adds a query parameter that is a whole number. */
    public ApiRequest query(String name, long value) {
        return query(name, Long.toString(value));
    }

    /**
     * Adds a header; not for credentials, which {@link Authentication} adds.
     *
     * @throws InvalidInputException if it contains a character other than visible ASCII and space
     */
    public ApiRequest header(String name, String value) {
        UrlText.checkHeader(name, value);
        return new ApiRequest(endpoint, method, segments, query, plus(headers, name, value), payload);
    }

    /** Sets the body. */
    public ApiRequest body(String contentType, byte[] bytes) {
        return new ApiRequest(
                endpoint, method, segments, query, headers, new Payload(contentType, ByteString.of(bytes)));
    }

    String method() {
        return method;
    }

    List<String> segments() {
        return segments;
    }

    List<Map.Entry<String, String>> query() {
        return query;
    }

    List<Map.Entry<String, String>> headers() {
        return headers;
    }

    Optional<Payload> payload() {
        return Optional.ofNullable(payload);
    }

    /** Returns the method and the path, never the query. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", segments);
    }

    private static List<Map.Entry<String, String>> plus(
            List<Map.Entry<String, String>> entries, String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(entries);
        more.add(Map.entry(name, value));
        return List.copyOf(more);
    }
}
