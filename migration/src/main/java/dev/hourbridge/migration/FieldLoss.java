package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.List;

/** The effect of the migration on one field. Immutable and thread-safe. */
@AutoValue
public abstract class FieldLoss {
    FieldLoss() {}

    /** Creates a field loss. For the arguments, see the accessors. */
    public static FieldLoss of(EntryField field, LossKind kind, long entries, double share, List<String> samples) {
        return new AutoValue_FieldLoss(field, kind, entries, share, List.copyOf(samples));
    }

    /** Returns the field. */
    public abstract EntryField field();

    /** Returns the kind of loss. */
    public abstract LossKind kind();

    /** Returns the number of entries. */
    public abstract long entries();

    /** Returns the share of the plan's entries that these are, 0 to 1. */
    public abstract double share();

    /** Returns the source ids of up to three of the entries. */
    public abstract List<String> samples();
}
