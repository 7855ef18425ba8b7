package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Set;

/**
 * What a plan permits, and which entries it is of. Immutable and safe for use by several threads.
 *
 * <!-- with: Migration migration -->
 * <pre>{@code
 * MigrationPlan plan = migration.plan(PlanOptions.builder().mustKeep(Set.of(EntryField.NOTE)).build());
 * }</pre>
 */
@AutoValue
public abstract class PlanOptions {
    PlanOptions() {}

    /** Returns the options at their defaults. */
    public static PlanOptions ofDefaults() {
        return builder().build();
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new AutoValue_PlanOptions.Builder()
                .mustKeep(Set.of())
                .onlySourceIds(Set.of())
                .acceptPossibleDuplicates(false);
    }

    /**
     * Returns the fields of which nothing may be lost: {@link MigrationPlan#refusedLosses()} has those that the plan would
     * lose, and {@link Migration#apply()} then does not carry it out.
     */
    public abstract Set<EntryField> mustKeep();

    /**
     * Returns the source's ids of the entries to plan, such as those that another ledger's target rejected. A ledger is of
     * such a choice from its first plan on, or of everything. Another choice replaces the one before, except for what was
     * sent already. Empty for the choice of the ledger's last plan, or for everything in the range if there is none.
     */
    public abstract Set<String> onlySourceIds();

    /**
     * Returns whether, under {@link ExistingRows#ADOPT}, the plan is carried out although rows on the target resemble entries
     * to be sent: {@link Migration#forEachPossibleDuplicate}.
     */
    public abstract boolean acceptPossibleDuplicates();

    /** Builds {@link PlanOptions}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the fields of which nothing may be lost. Default: none. */
        public abstract Builder mustKeep(Set<EntryField> fields);

        /** Sets the source's ids of the entries to plan. Default: none, for all entries. */
        public abstract Builder onlySourceIds(Set<String> ids);

        /** Sets whether rows that resemble entries to be sent are no obstacle. Default: false. */
        public abstract Builder acceptPossibleDuplicates(boolean accept);

        /** Returns the options. */
        public abstract PlanOptions build();
    }
}
