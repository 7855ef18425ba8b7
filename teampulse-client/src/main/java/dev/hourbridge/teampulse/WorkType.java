package dev.hourbridge.teampulse;

import com.google.auto.value.AutoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A work type of a project's entries. It has no id; its name identifies it. Immutable and thread-safe.
 *
 * <p>Not in the vendor's documentation; known from the vendor's client.
 */
@AutoValue
public abstract class WorkType {
    /** The field {@link #name()}, for filters and orders. */
    public static final ODataField<String> NAME = ODataField.text("name");

    WorkType() {}

    static WorkType of(String name, Map<String, String> unknownFields) {
        return new AutoValue_WorkType(name, Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields)));
    }

    /** Returns the name, such as {@code Billable}. The service's administrator can choose any text. */
    public abstract String name();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();
}
