package dev.hourbridge.resilience.vendors;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param head the request line and the headers, a character for each byte
 * @param body the body, read as UTF-8
 */
public record RawRequest(String head, String body) {
    /** The second word of the request line: everything between the two outer blanks. */
    public String target() {
        String line = head.substring(0, head.indexOf("\r\n"));
        return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
    }

    /** A header, by its name in any case. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
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
