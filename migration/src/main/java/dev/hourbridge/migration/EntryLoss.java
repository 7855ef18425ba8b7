package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;

/** What happens to one field of one entry. Immutable and safe for use by several threads. */
@AutoValue
public abstract class EntryLoss {
    EntryLoss() {}

    static EntryLoss of(EntryField field, LossKind kind) {
        return new AutoValue_EntryLoss(field, kind);
    }

    /** The field. */
    public abstract EntryField field();

    /** What happens to it. */
    public abstract LossKind kind();
}
