package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.MalformedResponseException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Limits that a response can pass before it passes the cap on bytes. An empty JSON object takes 2 bytes on the wire and
 * hundreds in memory, so a cap on bytes alone does not bound the memory. The limits follow from {@code
 * maxResponseBytes}: no list that a service is known to send reaches them before it reaches the cap.
 */
final class ReadLimits {
    /** How deep values may nest. */
    static final int DEPTH = 64;

    /** The densest list known, of Teamwork without white space, takes 11 bytes a token. */
    private static final int BYTES_PER_TOKEN = 10;

    /** The densest list known, of groups in a LiveTimer summary, takes 16 bytes an element or attribute. */
    private static final int BYTES_PER_ELEMENT = 14;

    /** What no limit is below, however low the cap. */
    private static final long FLOOR = 10_000;

    private ReadLimits() {}

    /** The most JSON tokens of a response: names, values, and the beginnings and ends of objects and arrays. */
    static long tokens(long maxBytes) {
        return Math.max(FLOOR, maxBytes / BYTES_PER_TOKEN);
    }

    /** The most XML elements and attributes of a response, or of an element where they are read one at a time. */
    static long elements(long maxBytes) {
        return Math.max(FLOOR, maxBytes / BYTES_PER_ELEMENT);
    }

    /** The longest text, which a parser holds several times while it reads it. */
    static int characters(long maxBytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(FLOOR, maxBytes / 2));
    }

    /**
     * The failure that the parser wrapped, if it stopped at a limit, which is named, or at an element that could not be
     * converted; else null.
     */
    static @Nullable MalformedResponseException failure(ApiResponse response, Throwable wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedResponseException malformed) {
                return malformed;
            }
            String what = what(response, cause);
            if (what != null) {
                return response.malformed(what);
            }
        }
        return null;
    }

    private static @Nullable String what(ApiResponse response, Throwable cause) {
        long maxBytes = response.maxBytes();
        if (cause instanceof LimitedInputStream.ElementTooLargeException) {
            return "has an element of more than " + maxBytes
                    + " bytes, the limit of maxResponseBytes; raise maxResponseBytes";
        }
        if (cause instanceof ElementLimitReader.TooManyElementsException) {
            return limit("has more than " + elements(maxBytes) + " XML elements and attributes", maxBytes);
        }
        if (cause instanceof UnknownFieldDeserializer.TooManyPartsException) {
            return "has an unknown field of more than " + UnknownFieldDeserializer.MAX_PARTS + " parts";
        }
        if (cause instanceof WireType.TooManyFieldsException) {
            return "has an element of more than " + WireType.MAX_UNKNOWN_FIELDS + " unknown fields";
        }
        // Each library has one exception for all of its limits, and the limit's name in the text.
        boolean ofLibrary = cause instanceof StreamConstraintsException || cause.getClass() == XMLStreamException.class;
        return ofLibrary ? what(String.valueOf(cause.getMessage()), maxBytes) : null;
    }

    private static @Nullable String what(String limit, long maxBytes) {
        if (limit.startsWith("Token count")) {
            return limit("has more than " + tokens(maxBytes) + " JSON tokens", maxBytes);
        }
        if (limit.startsWith("String value length")
                || limit.startsWith("Text size")
                || limit.contains("attribute size")) {
            return limit("has a text of more than " + characters(maxBytes) + " characters", maxBytes);
        }
        if (limit.contains("nesting depth") || limit.contains("Element Depth")) {
            return "is nested deeper than " + DEPTH + " levels";
        }
        return null;
    }

    private static String limit(String passed, long maxBytes) {
        return passed + ", the limit that goes with maxResponseBytes of " + maxBytes + "; raise maxResponseBytes";
    }
}
