package dev.hourbridge.http.internal;

import dev.hourbridge.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request below a base URL. Path segments and query parameters are given raw and percent-encoded
 * here; parameters keep their order. Immutable and safe for use by several threads.
 */
public final class ApiRequest {
    private final String method;
    private final List<String> segments;
    private final List<Map.Entry<String, String>> query;
    private final List<Map.Entry<String, String>> headers;
    private final @Nullable Payload payload;

    private ApiRequest(
            String method,
            List<String> segments,
            List<Map.Entry<String, String>> query,
            List<Map.Entry<String, String>> headers,
            @Nullable Payload payload) {
        this.method = method;
        this.segments = segments;
        this.query = query;
        this.headers = headers;
        this.payload = payload;
    }

    /** What a request carries. */
    record Payload(String contentType, ByteString bytes) {}

    /**
     * A GET.
     *
     * @param segments the path, a segment each; an id is a segment or part of one
     * @throws InvalidInputException if a segment is empty, {@code .}, {@code ..}, or holds a slash, a
     *     backslash, a control character or half a surrogate pair
     */
    public static ApiRequest get(String... segments) {
        return request("GET", segments);
    }

    /** A POST; see {@link #get}. */
    public static ApiRequest post(String... segments) {
        return request("POST", segments);
    }

    /** A PUT; see {@link #get}. */
    public static ApiRequest put(String... segments) {
        return request("PUT", segments);
    }

    /** A DELETE; see {@link #get}. */
    public static ApiRequest delete(String... segments) {
        return request("DELETE", segments);
    }

    private static ApiRequest request(String method, String... segments) {
        List<String> path = List.of(segments);
        path.forEach(UrlText::checkSegment);
        return new ApiRequest(method, path, List.of(), List.of(), null);
    }

    /**
     * Adds a query parameter; names may repeat.
     *
     * @throws InvalidInputException if it holds half a surrogate pair or a NUL
     */
    public ApiRequest query(String name, String value) {
        UrlText.checkParameter(name, value);
        return new ApiRequest(method, segments, plus(query, name, value), headers, payload);
    }

    /** Adds a query parameter that is a whole number. */
    public ApiRequest query(String name, long value) {
        return query(name, Long.toString(value));
    }

    /**
     * Adds a header; not for credentials, which are {@link Authentication}'s.
     *
     * @throws InvalidInputException if it holds anything but ASCII, or a control character
     */
    public ApiRequest header(String name, String value) {
        UrlText.checkHeader(name, value);
        return new ApiRequest(method, segments, query, plus(headers, name, value), payload);
    }

    /** Carries a body. */
    public ApiRequest body(String contentType, byte[] bytes) {
        return new ApiRequest(method, segments, query, headers, new Payload(contentType, ByteString.of(bytes)));
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

    /** The method and the path, never the query. */
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
