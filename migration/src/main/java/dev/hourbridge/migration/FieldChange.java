package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** One field of a planned update: what was sent last, and what is planned. Immutable and safe for use by several threads. */
@AutoValue
public abstract class FieldChange {
    FieldChange() {}

    /** Creates a value; the accessors describe the arguments. */
    public static FieldChange of(EntryField field, Optional<String> before, Optional<String> after) {
        return new AutoValue_FieldChange(field, before, after);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /**
     * Returns the value that was sent last: an id, a day, a start with its offset, a duration as hours and minutes, a
     * text; empty for none.
     */
    public abstract Optional<String> before();

    /** Returns the value that is planned, in the same form. */
    public abstract Optional<String> after();
}
