package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A type of the wire that keeps what it does not know. Belongs to one thread. */
public abstract class WireType {
    private final Map<String, String> unknownFields = new LinkedHashMap<>();

    /** For the types of a vendor module. */
    protected WireType() {}

    /** The fields that the type does not know, in order, as text: a nested value as compact JSON, a null as nothing. */
    public final Map<String, String> unknownFields() {
        return Collections.unmodifiableMap(unknownFields);
    }

    @JsonAnySetter
    final void keepUnknownField(String name, JsonNode value) {
        unknownFields.put(name, NodeText.of(value));
    }
}
