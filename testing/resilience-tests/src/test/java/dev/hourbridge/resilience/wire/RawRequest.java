package dev.hourbridge.resilience.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as its bytes came, before anything decoded them.
 *
 * @param head the request line and the headers, a character for each byte
 * @param body the body, read as UTF-8; empty where only the head was read
 */
public record RawRequest(String head, String body) {
    /** The first word of the request line. */
    public String method() {
        return line().split(" ", 2)[0];
    }

    /** Everything between the two outer blanks of the request line; empty if it has not two. */
    public String target() {
        String line = line();
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        return first < last ? line.substring(first + 1, last) : "";
    }

    /** The request line, such as {@code GET /path HTTP/1.1}. */
    public String line() {
        return head.split("\r\n", 2)[0];
    }

    /** A header of that name, in any case. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** How many bytes the body has by its {@code Content-Length}, zero without one. */
    public int length() {
        return header("Content-Length").map(Integer::parseInt).orElse(0);
    }

    /** The path, parted at the slashes that came as such, each part percent-decoded. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String segment : target().split("\\?", 2)[0].substring(1).split("/", -1)) {
            segments.add(decoded(segment.replace("+", "%2B")));
        }
        return segments;
    }

    /** The parameters of the query, decoded as a form is. */
    public Map<String, String> query() {
        String[] parts = target().split("\\?", 2);
        return form(parts.length < 2 ? "" : parts[1]);
    }

    /** The fields of a body that is a form. */
    public Map<String, String> form() {
        return form(body);
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
