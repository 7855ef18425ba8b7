package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * A field whose value on the target differs from the planned value. The values of notes and tags are included only in a
 * {@linkplain PlannedChange#conflict() conflict}, about which the user decides. Elsewhere, only the fact that they
 * differ is reported. Immutable and thread-safe.
 */
@AutoValue
public abstract class FieldDifference {
    FieldDifference() {}

    /** Creates a difference. A value is empty if it is absent or not included. */
    public static FieldDifference of(EntryField field, Optional<String> planned, Optional<String> found) {
        return new AutoValue_FieldDifference(field, planned, found);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /**
     * Returns the value that was planned and sent: an id, a day, a start with its offset, or a duration as hours and
     * minutes; empty if there is none, and for a field whose values are not included.
     */
    public abstract Optional<String> planned();

    /** Returns the value on the target, in the same form. */
    public abstract Optional<String> found();
}
