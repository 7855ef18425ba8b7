package dev.hourbridge.http.internal.wire;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.model.internal.TextMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A wire type that retains the fields that it does not declare. Not thread-safe. */
public abstract class WireType {
    static final int MAX_UNKNOWN_FIELDS = 1_000;

    private Map<String, String> unknownFields = Map.of();

    /** Creates an instance. For subclasses in a vendor module. */
    protected WireType() {}

    /**
     * Returns the fields that the type does not declare, in order, as text: a nested value as compact JSON; a null, and
     * an XML element that has a type but no content, as an empty string. A repeated XML element is named {@code
     * name[2]}, {@code name[3]} and so on. Unmodifiable, and independent of later changes.
     */
    public final Map<String, String> unknownFields() {
        return TextMap.copyOf(unknownFields);
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

    /** Thrown if an element has more unknown fields than are retained. */
    static final class TooManyFieldsException extends IllegalArgumentException implements ReadLimits.Exceeded {
        private static final long serialVersionUID = 1L;

        @Override
        public String problem(long maxBytes) {
            return "has an element of more than " + MAX_UNKNOWN_FIELDS + " unknown fields";
        }
    }
}
