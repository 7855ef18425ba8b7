package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;

/** The changes that a plan makes to entries that were sent under an earlier plan. Immutable and thread-safe. */
@AutoValue
public abstract class PlannedChanges {
    PlannedChanges() {}

    /** Returns the number of entries to be created. */
    public abstract long creates();

    /** Returns the number of rows to be updated because their entries changed at the source. */
    public abstract long updates();

    /** Returns the number of rows to be updated because the mapping or the policy changed. */
    public abstract long remapped();

    /** Returns the number of rows to be updated that were on the target before the migration. */
    public abstract long adopted();

    /** Returns the number of rows to be deleted. */
    public abstract long deletions();

    /** Returns the number of rows that remain on the target although their entries were deleted at the source. */
    public abstract long remaining();

    /** Returns the number of changed entries whose rows remain unchanged under the policy. */
    public abstract long reported();

    /** Returns the number of changes that the target cannot carry out as an update. */
    public abstract long notUpdatable();

    /** Returns the number of entries that the source no longer shows, without proof that they were deleted. */
    public abstract long notVisible();

    /**
     * Returns the number of rows that another user changed or deleted, or that differed when they were read back. The
     * user decides about each of them.
     */
    public abstract long conflicts();

    /** Returns the number of changes that the target rejected. */
    public abstract long rejected();

    /** Returns the number of changes whose outcome is unknown. */
    public abstract long inDoubt();

    /** Returns the number of rows that the user decided to leave unchanged. */
    public abstract long retained();

    /** Returns the first ten changes of each kind and state. {@link Migration#forEachChange} provides all of them. */
    public abstract List<PlannedChange> samples();

    /** Returns whether apply has nothing to do for entries that were sent before. */
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
