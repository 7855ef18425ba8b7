package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.MalformedResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the values of a response. An empty JSON object takes 2 bytes on the wire and hundreds in memory, so the
 * limit on bytes alone does not limit the memory. The limits follow from {@code maxResponseBytes}: no known list of a
 * service reaches them before the limit on bytes.
 */
public final class ReadLimits {
    /** The maximum nesting depth of values. */
    public static final int DEPTH = 64;

    /** The densest list known, of Teamwork without white space, takes 11 bytes per token. */
    private static final int BYTES_PER_TOKEN = 10;

    /** The densest list known, of groups in a LiveTimer summary, takes 16 bytes per element or attribute. */
    private static final int BYTES_PER_ELEMENT = 14;

    /** The minimum of every limit, regardless of {@code maxResponseBytes}. */
    private static final long FLOOR = 10_000;

    private ReadLimits() {}

    /** Implemented by exceptions about a limit. */
    public interface Exceeded {

        /** Returns the end of a sentence about the response, with the name of the limit. */
        String problem(long maxBytes);
    }

    /**
     * Returns the maximum number of JSON tokens of a response: names, values, and the beginnings and ends of objects
     * and arrays.
     */
    static long tokens(long maxBytes) {
        return Math.max(FLOOR, maxBytes / BYTES_PER_TOKEN);
    }

    /**
     * Returns the maximum number of XML elements and attributes of a response, or of one element if elements are read
     * one at a time.
     */
    public static long elements(long maxBytes) {
        return Math.max(FLOOR, maxBytes / BYTES_PER_ELEMENT);
    }

    /** Returns the maximum length of a string, of which a parser holds several copies. */
    public static int characters(long maxBytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(FLOOR, maxBytes / 2));
    }

    /**
     * Returns the failure that the parser wrapped, if it stopped at a limit (the failure names it) or at an element
     * that could not be converted; otherwise null.
     */
    public static @Nullable MalformedResponseException failure(ApiResponse response, Throwable wrapped) {
        for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedResponseException malformed) {
                return malformed;
            }
            String problem = problem(cause, response.maxBytes());
            if (problem != null) {
                return response.malformed(problem);
            }
        }
        return null;
    }

    private static @Nullable String problem(Throwable cause, long maxBytes) {
        if (cause instanceof Exceeded exceeded) {
            return exceeded.problem(maxBytes);
        }
        // Jackson has one exception for all of its limits, with the name of the limit in the message.
        return cause instanceof StreamConstraintsException
                ? problem(String.valueOf(cause.getMessage()), maxBytes)
                : null;
    }

    private static @Nullable String problem(String message, long maxBytes) {
        if (message.startsWith("Token count")) {
            return exceeded("has more than " + tokens(maxBytes) + " JSON tokens", maxBytes);
        }
        if (message.startsWith("String value length")) {
            return textTooLong(maxBytes);
        }
        return message.contains("nesting depth") ? tooDeep() : null;
    }

    /** Returns the problem for a string that is too long. */
    public static String textTooLong(long maxBytes) {
        return exceeded("has text longer than " + characters(maxBytes) + " characters", maxBytes);
    }

    /** Returns the problem for values that are nested too deeply. */
    public static String tooDeep() {
        return "is nested deeper than " + DEPTH + " levels";
    }

    /** Returns the problem for a limit that is derived from {@code maxResponseBytes}. */
    public static String exceeded(String problem, long maxBytes) {
        return problem + ", the limit derived from maxResponseBytes = " + maxBytes + "; increase maxResponseBytes";
    }
}
