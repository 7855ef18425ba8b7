package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A kind of work that entries of a project may be of. It has no number: its name is what tells it from
 * others. Immutable and safe for use by several threads.
 *
 * <p>Not in the vendor document; known from the vendor's own client.
 */
@AutoValue
public abstract class WorkType {
    /** {@link #name()}, for filters and orders. */
    public static final ODataField<String> NAME = ODataField.text("name");

    WorkType() {}

    static WorkType of(String name, Map<String, String> unknownFields) {
        return new AutoValue_WorkType(name, Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields)));
    }

    /** The name, such as {@code Billable}; free text of whoever set the service up. */
    public abstract String name();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();
}
