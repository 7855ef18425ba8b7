package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A type of the wire that keeps what it does not know. Belongs to one thread. */
public abstract class WireType {
    static final int MAX_UNKNOWN_FIELDS = 1_000;

    private Map<String, String> unknownFields = Map.of();

    /** For the types of a vendor module. */
    protected WireType() {}

    /**
     * The fields that the type does not know, in order, as text: a nested value as compact JSON, a null as nothing,
     * and so an XML element that is typed but empty. An XML element that comes again is kept as {@code name[2]}, {@code name[3]} and so on.
     */
    public final Map<String, String> unknownFields() {
        return Collections.unmodifiableMap(unknownFields);
    }

    @JsonAnySetter
    @JsonDeserialize(contentUsing = UnknownFieldDeserializer.class)
    final void keepUnknownField(String name, String value) {
        if (unknownFields.size() >= MAX_UNKNOWN_FIELDS) {
            throw new TooManyFieldsException();
        }
        if (unknownFields.isEmpty()) {
            unknownFields = new LinkedHashMap<>();
        }
        String free = name;
        for (int count = 2; unknownFields.containsKey(free); count++) {
            free = name + "[" + count + "]";
        }
        unknownFields.put(free, value);
    }

    /** An element has more unknown fields than are retained. */
    static final class TooManyFieldsException extends IllegalArgumentException implements ReadLimits.Exceeded {
        private static final long serialVersionUID = 1L;

        @Override
        public String problem(long maxBytes) {
            return "has an element of more than " + MAX_UNKNOWN_FIELDS + " unknown fields";
        }
    }
}
