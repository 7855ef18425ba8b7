package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/** The effect of the migration on one field of one entry. Immutable and thread-safe. */
@AutoValue
public abstract class EntryLoss {
    EntryLoss() {}

    static EntryLoss of(EntryField field, LossKind kind, Optional<String> sourceValue) {
        return new AutoValue_EntryLoss(field, kind, sourceValue);
    }

    /** Returns the field. */
    public abstract EntryField field();

    /** Returns the kind of loss. */
    public abstract LossKind kind();

    /**
     * Returns the value at the source: an id, a day, a start with its offset, a duration as hours and minutes, or text.
     * For a note that is shortened, returns the part that is removed. Empty if the source has no value, if nothing is
     * lost yet, or if an earlier version wrote the ledger.
     */
    public abstract Optional<String> sourceValue();
}
