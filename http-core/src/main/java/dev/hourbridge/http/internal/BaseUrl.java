package dev.hourbridge.http.internal;

import dev.hourbridge.model.InvalidInputException;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The address of a service: scheme, host, port and, if any, the path of the application. Immutable and thread-safe. */
public final class BaseUrl {
    /**
     * Literal names only, because a resolver may map any other name, even a subdomain of {@code localhost}, to another
     * host.
     */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])){3}|::1");

    /** OkHttp accepts any number of slashes, and a scheme without a host. */
    private static final Pattern HTTP = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private final HttpUrl url;

    private BaseUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Parses a base URL, with or without a trailing slash.
     *
     * @param field the name in messages, such as {@code baseUrl}
     * @param allowInsecureHttp whether plain http is permitted to hosts other than {@code localhost}, {@code
     *     127.0.0.0/8} and {@code ::1}
     * @throws InvalidInputException if the text is null or not an http URL, has user info, a query, a fragment or an
     *     empty path segment, or is plain http to another host without permission
     */
    public static BaseUrl parse(String field, @Nullable String text, boolean allowInsecureHttp) {
        if (text == null) {
            throw new InvalidInputException(field, "no value", "use a URL such as https://acme.example.com");
        }
        HttpUrl url = HttpUrl.parse(text);
        if (url == null || !HTTP.matcher(text).lookingAt() || text.chars().anyMatch(c -> c <= ' ' || c == '\\')) {
            throw new InvalidInputException(
                    field, "text that is not an http URL", "use a URL such as https://acme.example.com");
        }
        if (text.indexOf('@') >= 0
                || !url.username().isEmpty()
                || !url.password().isEmpty()) {
            throw new InvalidInputException(
                    field, "a URL with user info", "set the credentials with their own methods");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new InvalidInputException(field, "a URL with a query or a fragment", "omit it");
        }
        if (url.encodedPath().contains("//")) {
            throw new InvalidInputException(field, "a URL with an empty path segment", "use single slashes");
        }
        if (!url.isHttps()
                && !allowInsecureHttp
                && !LOOPBACK.matcher(url.host()).matches()) {
            throw InvalidInputException.unless(
                    field, "a plain HTTP URL to another host", "use https", "allowInsecureHttp");
        }
        return new BaseUrl(url);
    }

    /**
     * Returns the host, the port unless it is the default of the scheme, and the path. Together they distinguish
     * accounts.
     */
    public String account() {
        String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
        String path = url.encodedPath();
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return host + port + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** Returns the URL, without a trailing slash. */
    public URI uri() {
        // OkHttp accepts brackets and stray percent signs in a path, which a URI must encode.
        String text = url.uri().toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    boolean isOriginOf(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    HttpUrl resolve(ApiRequest request) {
        HttpUrl.Builder built = url.newBuilder();
        request.segments().forEach(built::addPathSegment);
        request.query().forEach(parameter -> built.addQueryParameter(parameter.getKey(), parameter.getValue()));
        return built.build();
    }

    @Override
    public String toString() {
        return uri().toString();
    }
}
