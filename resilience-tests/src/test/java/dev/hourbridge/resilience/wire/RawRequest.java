package dev.hourbridge.resilience.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A request's line and headers, as they came. */
public record RawRequest(String method, String target, String head) {

    /** Reads them from a text that ends in an empty line. */
    static RawRequest parse(String head) {
        String[] words = head.split("\r\n", 2)[0].split(" ", -1);
        return new RawRequest(words[0], words.length > 1 ? words[1] : "", head);
    }

    /** A header of that name, in any case. */
    public Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** How long the body is; empty if it has no length. */
    public OptionalInt length() {
        return header("Content-Length")
                .map(Integer::parseInt)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
