package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The options of a migration. Immutable and safe for use by several threads.
 *
 * <p>Options that affect the content of entries, such as rounding, cannot change after a plan was made with a ledger.
 * Options that affect how entries are sent can change between runs.
 *
 * <pre>{@code
 * Policy policy = Policy.builder()
 *         .existing(ExistingRows.ADOPT)
 *         .rounding(Rounding.sumPreserving())
 *         .parallelism(2)
 *         .build();
 * }</pre>
 */
@AutoValue
public abstract class Policy {
    private static final int MAX_PARALLEL = 64;

    Policy() {}

    /** Returns the policy with all defaults. */
    public static Policy ofDefaults() {
        return builder().build();
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new AutoValue_Policy.Builder()
                .existing(ExistingRows.STOP)
                .changed(ChangedEntries.UPDATE)
                .deleted(DeletedEntries.REPORT)
                .maxDeletes(50)
                .remapped(RemappedEntries.STOP)
                .settle(Duration.ofSeconds(90))
                .requestTimeout(Duration.ofSeconds(30))
                .rounding(Rounding.nearest())
                .marker(Marker.NONE)
                .contradictingDuration(ContradictingDuration.REFUSE)
                .parallelism(4);
    }

    /**
     * Returns what to do about rows that were on the target before the migration. May change until the first entry is
     * sent.
     */
    public abstract ExistingRows existing();

    /** Returns what to do about entries that changed at the source after they were sent. May change between runs. */
    public abstract ChangedEntries changed();

    /** Returns what to do about entries that were deleted at the source after they were sent. May change between runs. */
    public abstract DeletedEntries deleted();

    /**
     * Returns how many rows a plan may delete; a plan that deletes more is not carried out. May change between runs.
     */
    public abstract int maxDeletes();

    /** Returns what to do about entries that were sent and are mapped differently now. May change between runs. */
    public abstract RemappedEntries remapped();

    /** Returns how long after the end of an attempt its effect may still appear. May change between runs. */
    public abstract Duration settle();

    /** Returns the maximum duration of a request to the target. May change between runs. */
    public abstract Duration requestTimeout();

    /** Returns how durations are rounded. */
    public abstract Rounding rounding();

    /** Returns how rows are marked. */
    public abstract Marker marker();

    /**
     * Returns the time of day, in the target's zone, at which entries without a start begin if the target requires one;
     * empty if such entries are invalid.
     */
    public abstract Optional<LocalTime> startPolicy();

    /** Returns which value is used if the duration of an entry contradicts its start and end. */
    public abstract ContradictingDuration contradictingDuration();

    /** Returns the maximum number of creates in flight. May change between runs. */
    public abstract int parallelism();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Policy}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /**
         * Sets what to do about rows that were on the target before the migration. Default: {@link ExistingRows#STOP}.
         */
        public abstract Builder existing(ExistingRows existing);

        /** Sets what to do about changed entries. Default: {@link ChangedEntries#UPDATE}. */
        public abstract Builder changed(ChangedEntries changed);

        /** Sets what to do about deleted entries. Default: {@link DeletedEntries#REPORT}. */
        public abstract Builder deleted(DeletedEntries deleted);

        /** Sets how many rows a plan may delete, 0 or more. Default: 50. */
        public abstract Builder maxDeletes(int maxDeletes);

        /**
         * Sets what to do about sent entries that are mapped differently now. Default: {@link RemappedEntries#STOP}.
         */
        public abstract Builder remapped(RemappedEntries remapped);

        /**
         * Sets how long after an attempt its effect may still appear, at least twice the request timeout. Default: 90
         * s.
         */
        public abstract Builder settle(Duration settle);

        /** Sets the maximum duration of a request to the target, zero or longer. Default: 30 s. */
        public abstract Builder requestTimeout(Duration requestTimeout);

        /** Sets how durations are rounded. Default: {@link Rounding#nearest()}. */
        public abstract Builder rounding(Rounding rounding);

        /** Sets how rows are marked. Default: {@link Marker#NONE}. */
        public abstract Builder marker(Marker marker);

        /**
         * Sets the time of day at which entries without a start begin if the target requires one. Default: none, so
         * that the plan needs a decision.
         */
        public abstract Builder startPolicy(LocalTime timeOfDay);

        /** Sets which value is used if duration and interval differ. Default: {@link ContradictingDuration#REFUSE}. */
        public abstract Builder contradictingDuration(ContradictingDuration contradictingDuration);

        /** Sets the maximum number of creates in flight, 1 to 64. Default: 4. */
        public abstract Builder parallelism(int parallelism);

        abstract Policy autoBuild();

        /**
         * Returns the policy.
         *
         * @throws InvalidInputException if the request timeout or the number of deletions is negative, settle is less
         *     than twice as long as the timeout, or the parallelism is out of bounds
         */
        public final Policy build() {
            Policy policy = autoBuild();
            if (policy.requestTimeout().isNegative()) {
                throw new InvalidInputException(
                        "requestTimeout", "a negative duration", "give the maximum duration of a request");
            }
            if (policy.settle().compareTo(policy.requestTimeout().multipliedBy(2)) < 0) {
                throw new InvalidInputException(
                        "settle", "less than twice the request timeout", "give at least twice as long");
            }
            if (policy.maxDeletes() < 0) {
                throw new InvalidInputException("maxDeletes", "a negative number", "give 0 or more");
            }
            if (policy.parallelism() < 1 || policy.parallelism() > MAX_PARALLEL) {
                throw new InvalidInputException("parallelism", "a number out of bounds", "give 1 to " + MAX_PARALLEL);
            }
            return policy;
        }
    }
}
