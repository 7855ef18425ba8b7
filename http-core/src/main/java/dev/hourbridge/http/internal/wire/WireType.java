package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A type of the wire that keeps what it does not know. Belongs to one thread. */
public abstract class WireType {
    private static final int MOST_UNKNOWN_FIELDS = 1_000;

    private final Map<String, String> unknownFields = new LinkedHashMap<>();

    /** For the types of a vendor module. */
    protected WireType() {}

    /**
     * The fields that the type does not know, in order, as text: a nested value as compact JSON, a null as nothing.
     * An XML element that comes again is kept as {@code name[2]}, {@code name[3]} and so on.
     */
    public final Map<String, String> unknownFields() {
        return Collections.unmodifiableMap(unknownFields);
    }

    @JsonAnySetter
    final void keepUnknownField(String name, JsonNode value) {
        if (unknownFields.size() >= MOST_UNKNOWN_FIELDS) {
            throw new IllegalArgumentException("more unknown fields than are kept");
        }
        String free = name;
        for (int count = 2; unknownFields.containsKey(free); count++) {
            free = name + "[" + count + "]";
        }
        unknownFields.put(free, NodeText.of(value));
    }
}
