package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a parser stopped, and nothing of what it saw there. */
final class ParseLocation {
    private ParseLocation() {}

    static String of(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : at(location.getLineNr(), location.getColumnNr());
    }

    static String at(int line, int column) {
        return " (line " + line + ", column " + column + ")";
    }
}
