package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Formats the location at which a parser stopped, without any of its input. */
public final class ParseLocation {
    private ParseLocation() {}

    /** Returns the location of an error as the end of a message; empty if it is unknown. */
    public static String of(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : at(location.getLineNr(), location.getColumnNr());
    }

    /** Returns a location as the end of a message. */
    public static String at(int line, int column) {
        return " (line " + line + ", column " + column + ")";
    }
}
