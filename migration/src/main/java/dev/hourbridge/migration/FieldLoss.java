package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.List;

/** What the move does to one field. Immutable and safe for use by several threads. */
@AutoValue
public abstract class FieldLoss {
    FieldLoss() {}

    /** Creates a loss of a field; the arguments are as the accessors describe them. */
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

    /** Returns the source's ids of up to three of them. */
    public abstract List<String> samples();
}
