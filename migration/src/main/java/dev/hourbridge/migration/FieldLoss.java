package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.List;

/** The effect of the migration on one field. Immutable and safe for use by several threads. */
@AutoValue
public abstract class FieldLoss {
    FieldLoss() {}

    /** Creates a loss of a field; the accessors describe the arguments. */
    public static FieldLoss of(EntryField field, LossKind kind, long entries, double share, List<String> samples) {
        return new AutoValue_FieldLoss(field, kind, entries, share, List.copyOf(samples));
    }

    /** Returns the field. */
    public abstract EntryField field();

    /** Returns the kind of the loss. */
    public abstract LossKind kind();

    /** Returns the number of entries. */
    public abstract long entries();

    /** Returns their share of the entries of the plan, 0 to 1. */
    public abstract double share();

    /** Returns the source ids of up to three of the entries. */
    public abstract List<String> samples();
}
