package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Optional;

/** A planned change to a sent entry: an update or a deletion of its row. Immutable and thread-safe. */
@AutoValue
public abstract class PlannedChange {
    PlannedChange() {}

    /** The kinds of changes. Constants may be added, so use a default branch. */
    public enum Kind {
        /** Fields of the row are updated. */
        UPDATE,
        /** The row is deleted. */
        DELETION
    }

    /** Returns the source id of the entry. */
    public abstract String sourceId();

    /** Returns the target id of the row; empty while the create of the entry is in doubt. */
    public abstract Optional<String> targetId();

    /** Returns the kind of the change. */
    public abstract Kind kind();

    /** Returns the state of the change. */
    public abstract ChangeState state();

    /** Returns whether the mapping or the policy changed, and not the entry at the source. */
    public abstract boolean remapped();

    /** Returns whether the row was on the target before the migration. Such a row is never deleted. */
    public abstract boolean adopted();

    /** Returns the fields that change, with their values before and after; empty for a deletion. */
    public abstract List<FieldChange> fields();

    /**
     * Returns the fields in which the row differs from what was last sent, with the sent value and the current value.
     * Empty unless there is a conflict, or the row differed when it was read back.
     */
    public abstract List<FieldDifference> conflict();

    /** Returns why the change is not carried out, as text for display. */
    public abstract Optional<String> reason();

    static Builder builder() {
        return new AutoValue_PlannedChange.Builder();
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder sourceId(String id);

        abstract Builder targetId(Optional<String> id);

        abstract Builder kind(Kind kind);

        abstract Builder state(ChangeState state);

        abstract Builder remapped(boolean remapped);

        abstract Builder adopted(boolean adopted);

        abstract Builder fields(List<FieldChange> fields);

        abstract Builder conflict(List<FieldDifference> conflict);

        abstract Builder reason(Optional<String> reason);

        abstract PlannedChange build();
    }
}
