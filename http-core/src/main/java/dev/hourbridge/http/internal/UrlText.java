package dev.hourbridge.http.internal;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.spi.Inputs;

/** Checks text for use in a URL. */
final class UrlText {
    private UrlText() {}

    /**
     * Rejects a segment that could name another object. A slash would be encoded, but some proxies decode it, and no id
     * of these services contains one.
     */
    static void checkSegment(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw invalid("an empty string or a dot segment");
        }
        if (segment.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw invalid("text with a slash, a backslash or a control character");
        }
        if (!Inputs.isWellFormed(segment)) {
            throw invalid("a lone surrogate");
        }
    }

    static void checkParameter(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidInputException(name, "text with a NUL", "remove it");
        }
        if (!Inputs.isWellFormed(value)) {
            throw new InvalidInputException(name, "a lone surrogate", "use complete characters");
        }
    }

    static void checkHeader(String name, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new InvalidInputException(name, "text that is not valid in a header", "use visible ASCII characters");
        }
    }

    private static InvalidInputException invalid(String kind) {
        return new InvalidInputException("id", kind, "use the id exactly as the service shows it");
    }
}
