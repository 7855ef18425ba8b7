package dev.hourbridge.simulators;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;

/** A request, taken apart. Names of headers are compared without regard to case, all else is as sent. */
final class Call {
    private final String method;
    private final String path;
    private final String rawQuery;
    private final List<QueryParameter> query;
    private final Headers headers;
    private final byte[] body;

    private Call(
            String method, String path, String rawQuery, List<QueryParameter> query, Headers headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /** @throws IllegalArgumentException if the target is not properly encoded */
    static Call of(RecordedRequest request) {
        String target = request.getTarget();
        int mark = target.indexOf('?');
        String rawQuery = mark < 0 ? "" : target.substring(mark + 1);
        String rawPath = mark < 0 ? target : target.substring(0, mark);
        ByteString body = request.getBody();
        return new Call(
                request.getMethod(),
                decode(rawPath.replace("+", "%2B")),
                rawQuery,
                parseForm(rawQuery),
                request.getHeaders(),
                body == null ? new byte[0] : body.toByteArray());
    }

    /** Pairs as in a query or a form, decoded, in their order. */
    static List<QueryParameter> parseForm(String raw) {
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
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String rawQuery() {
        return rawQuery;
    }

    List<QueryParameter> query() {
        return query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type alone, in lower case; empty if there is none. */
    String contentType() {
        String value = header("Content-Type").orElse("");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
