package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.util.Set;

/**
 * Options for a plan: what it permits and which entries it includes. Immutable and thread-safe.
 *
 * <!-- with: Migration migration -->
 * <pre>{@code
 * MigrationPlan plan = migration.plan(PlanOptions.builder().mustKeep(Set.of(EntryField.NOTE)).build());
 * }</pre>
 */
@AutoValue
public abstract class PlanOptions {
    PlanOptions() {}

    /** Returns the default options. */
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
     * Returns the fields that must not lose values. {@link MigrationPlan#forbiddenLosses()} lists those that would.
     * If there are any, {@link Migration#apply()} does not carry out the plan.
     */
    public abstract Set<EntryField> mustKeep();

    /**
     * Returns the source ids of the entries to plan, such as entries that the target rejected under another ledger. The
     * first plan of a ledger determines whether the ledger is for selected entries or for all entries. A new selection
     * replaces the previous one, except for entries that were already sent. If the set is empty, the selection of the
     * ledger's last plan applies; if there is none, all entries in the range are planned.
     */
    public abstract Set<String> onlySourceIds();

    /**
     * Returns whether, under {@link ExistingRows#ADOPT}, the plan is carried out even if rows on the target resemble
     * entries to be sent; see {@link Migration#forEachPossibleDuplicate}.
     */
    public abstract boolean acceptPossibleDuplicates();

    /** Builds {@link PlanOptions}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the fields that must be without loss. Default: none. */
        public abstract Builder mustKeep(Set<EntryField> fields);

        /** Sets the source ids of the entries to plan. Default: empty; see {@link PlanOptions#onlySourceIds()}. */
        public abstract Builder onlySourceIds(Set<String> ids);

        /** Sets whether the plan is carried out even if rows resemble entries to be sent. Default: false. */
        public abstract Builder acceptPossibleDuplicates(boolean accept);

        /** Returns the options. */
        public abstract PlanOptions build();
    }
}
