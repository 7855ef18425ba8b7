package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * A field that is other on the target than it was planned. Notes and tags are repeated in a {@linkplain
 * PlannedChange#conflict() conflict} only, on which the user decides; elsewhere only the fact that they differ is reported.
 * Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class FieldDifference {
    FieldDifference() {}

    /** Creates a difference of a field; empty for a value that is absent or not repeated. */
    public static FieldDifference of(EntryField field, Optional<String> planned, Optional<String> found) {
        return new AutoValue_FieldDifference(field, planned, found);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /**
     * Returns what was planned, and sent: an id, a day, a start with its offset, a duration as hours and minutes; empty
     * for nothing, and for a field of which the values are not repeated.
     */
    public abstract Optional<String> planned();

    /** Returns the value on the target, in the same form. */
    public abstract Optional<String> found();
}
