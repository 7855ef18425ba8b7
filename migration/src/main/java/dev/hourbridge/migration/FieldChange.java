package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * One field of a planned update, with the value that was last sent and the planned value. Immutable and thread-safe.
 */
@AutoValue
public abstract class FieldChange {
    FieldChange() {}

    /** Creates a field change. For the arguments, see the accessors. */
    public static FieldChange of(EntryField field, Optional<String> before, Optional<String> after) {
        return new AutoValue_FieldChange(field, before, after);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /**
     * Returns the value that was last sent: an id, a day, a start with its offset, a duration as hours and minutes, or
     * a text; empty if there is none.
     */
    public abstract Optional<String> before();

    /** Returns the planned value, in the same form. */
    public abstract Optional<String> after();
}
