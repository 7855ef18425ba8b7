package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.Simulator;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * A parsed request. Header names are case-insensitive. Everything else is unchanged.
 *
 * <p>The path and the query are decoded once, like a form. A plus sign in the path remains a plus sign; in the query,
 * it is a blank. Headers with the same name are joined with a comma.
 */
public final class Call {
    private final String method;
    private final String path;
    private final String rawQuery;
    private final List<QueryParameter> query;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;
    private final Simulator.Mode mode;

    private Call(String method, String path, String rawQuery, byte[] body, Simulator.Mode mode) {
        this.method = method;
        this.path = decode(path.replace("+", "%2B"));
        this.rawQuery = rawQuery;
        this.query = parseForm(rawQuery);
        this.body = body;
        this.mode = mode;
    }

    /**
     * Reads a request with its body. A request with any method may have a body.
     *
     * @throws RejectedRequestException with 400 if the target is not properly encoded
     */
    static Call of(ClassicHttpRequest request, Simulator.Mode mode) throws IOException {
        byte[] body = request.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(request.getEntity());
        String target = request.getPath();
        int mark = target.indexOf('?');
        Call call = new Call(
                request.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                body,
                mode);
        for (Header header : request.getHeaders()) {
            call.headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
        }
        return call;
    }

    /**
     * Returns the decoded pairs of a query or a form, in order.
     *
     * @throws RejectedRequestException with 400 if a percent sign is not followed by two hexadecimal digits
     */
    public static List<QueryParameter> parseForm(String raw) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new QueryParameter(decode(pair), "")
                                : new QueryParameter(
                                        decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return List.copyOf(parameters);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "Malformed percent encoding");
        }
    }

    /** Returns whether the request may contain parts that third-party clients send but the vendor does not document. */
    public boolean isLenient() {
        return mode == Simulator.Mode.LENIENT;
    }

    /** Returns the method in upper case, such as {@code GET}. */
    public String method() {
        return method;
    }

    /** Returns the decoded path, which begins with a slash. */
    public String path() {
        return path;
    }

    /** Returns the query as sent, without its question mark; empty if there is no query. */
    public String rawQuery() {
        return rawQuery;
    }

    /** Returns the decoded pairs of the query, in order. A name may occur more than once. */
    public List<QueryParameter> query() {
        return query;
    }

    /** Returns the value of a header; empty if it was not sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns only the media type, in lower case, or an empty string. */
    public String contentType() {
        String value = contentTypeHeader();
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    /** Returns the whole content type header as sent, or an empty string. */
    public String contentTypeHeader() {
        return header("Content-Type").orElse("");
    }

    /** Returns the body as UTF-8; empty if there was no body. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
