package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** What happens to one field of one entry. Immutable and safe for use by several threads. */
@AutoValue
public abstract class EntryLoss {
    EntryLoss() {}

    static EntryLoss of(EntryField field, LossKind kind, Optional<String> sourceValue) {
        return new AutoValue_EntryLoss(field, kind, sourceValue);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /** Returns the kind of the loss. */
    public abstract LossKind kind();

    /**
     * Returns the value at the source: an id, a day, a start with its offset, a duration as hours and minutes, or a text; of
     * a note that is cut, the part that is cut off. Empty if the source has none, if nothing is lost yet, and in a ledger of
     * an earlier version.
     */
    public abstract Optional<String> sourceValue();
}
