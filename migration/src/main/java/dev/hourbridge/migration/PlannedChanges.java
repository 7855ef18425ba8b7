package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;

/**
 * The changes that a later plan makes to entries that were sent before. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class PlannedChanges {
    PlannedChanges() {}

    /** Returns how many entries are to be created. */
    public abstract long creates();

    /** Returns how many rows are to be updated because their entries changed at the source. */
    public abstract long updates();

    /** Returns how many rows are to be updated because the mapping or the policy changed. */
    public abstract long remapped();

    /** Returns how many of the rows to be updated were on the target before the migration. */
    public abstract long adopted();

    /** Returns how many rows are to be deleted. */
    public abstract long deletions();

    /** Returns how many rows stay on the target although their entries were deleted at the source. */
    public abstract long remaining();

    /** Returns how many changed entries the policy leaves as they were sent. */
    public abstract long reported();

    /** Returns how many changes the target cannot carry out as an update. */
    public abstract long notUpdatable();

    /** Returns how many entries the source no longer shows, without proof that they were deleted. */
    public abstract long notVisible();

    /**
     * Returns how many rows were changed or deleted by another user, or came back different: the user decides on each.
     */
    public abstract long conflicts();

    /** Returns how many changes the target rejected. */
    public abstract long rejected();

    /** Returns how many changes have an unknown outcome. */
    public abstract long inDoubt();

    /** Returns how many rows stay as they are because the user decided so. */
    public abstract long retained();

    /** Returns the first ten changes of each kind and state. {@link Migration#forEachChange} has all of them. */
    public abstract List<PlannedChange> samples();

    /** Returns whether apply has nothing to do about entries that were sent before. */
    public final boolean isNothingToSend() {
        return updates() + remapped() + deletions() + inDoubt() == 0;
    }

    static Builder builder() {
        return new AutoValue_PlannedChanges.Builder();
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder creates(long entries);

        abstract Builder updates(long rows);

        abstract Builder remapped(long rows);

        abstract Builder adopted(long rows);

        abstract Builder deletions(long rows);

        abstract Builder remaining(long rows);

        abstract Builder reported(long entries);

        abstract Builder notUpdatable(long changes);

        abstract Builder notVisible(long entries);

        abstract Builder conflicts(long rows);

        abstract Builder rejected(long changes);

        abstract Builder inDoubt(long changes);

        abstract Builder retained(long rows);

        abstract Builder samples(List<PlannedChange> samples);

        abstract PlannedChanges build();
    }
}
