package dev.hourbridge.http.internal;

import dev.hourbridge.model.InvalidInputException;

/** What text may go into a URL. */
final class UrlText {
    private UrlText() {}

    /**
     * Refuses what could make a path name another object. A slash would arrive encoded, but there are
     * proxies that decode it, and an id with one is no id of these services.
     */
    static void checkSegment(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw invalid("an empty text or a dot segment");
        }
        if (segment.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw invalid("a text with a slash, a backslash or a control character");
        }
        if (hasLoneSurrogate(segment)) {
            throw invalid("half a surrogate pair");
        }
    }

    static void checkParameter(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidInputException(name, "a text with a NUL", "take it out");
        }
        if (hasLoneSurrogate(value)) {
            throw new InvalidInputException(name, "half a surrogate pair", "give whole characters");
        }
    }

    static void checkHeader(String name, String value) {
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new InvalidInputException(name, "a text that a header cannot carry", "give visible ASCII");
        }
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static InvalidInputException invalid(String kind) {
        return new InvalidInputException("id", kind, "give the id as the service prints it");
    }
}
