package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The options of a migration. Immutable and thread-safe.
 *
 * <p>After a change to options that affect the content of entries, such as rounding, a new plan is required. Options
 * that affect how entries are sent can change between runs.
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

    /** Returns the default policy. */
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
     * Returns how rows that were on the target before the migration are handled. May change until the first entry is
     * sent.
     */
    public abstract ExistingRows existing();

    /** Returns how entries that changed at the source after they were sent are handled. May change between runs. */
    public abstract ChangedEntries changed();

    /**
     * Returns how entries that were deleted at the source after they were sent are handled. May change between runs.
     */
    public abstract DeletedEntries deleted();

    /**
     * Returns the maximum number of rows that a plan may delete. A plan that deletes more is not carried out. May
     * change between runs.
     */
    public abstract int maxDeletes();

    /** Returns how entries that were sent and are now mapped differently are handled. May change between runs. */
    public abstract RemappedEntries remapped();

    /**
     * Returns the time after the end of an attempt within which its effect may still appear. May change between runs.
     */
    public abstract Duration settle();

    /** Returns the maximum duration of a request to the target. May change between runs. */
    public abstract Duration requestTimeout();

    /** Returns how durations are rounded. */
    public abstract Rounding rounding();

    /** Returns how rows are marked. */
    public abstract Marker marker();

    /**
     * Returns the time of day, in the target's zone, that is used for entries without a start if the target requires a
     * start; empty if such entries are invalid.
     */
    public abstract Optional<LocalTime> startPolicy();

    /** Returns which value is used if the duration of an entry contradicts its start and end. */
    public abstract ContradictingDuration contradictingDuration();

    /** Returns the maximum number of creates in flight. May change between runs. */
    public abstract int parallelism();

    /** Returns a builder with these values. */
    public abstract Builder toBuilder();

    /** Builds a {@link Policy}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /**
         * Sets how rows that were on the target before the migration are handled. Default: {@link ExistingRows#STOP}.
         */
        public abstract Builder existing(ExistingRows existing);

        /** Sets how changed entries are handled. Default: {@link ChangedEntries#UPDATE}. */
        public abstract Builder changed(ChangedEntries changed);

        /** Sets how deleted entries are handled. Default: {@link DeletedEntries#REPORT}. */
        public abstract Builder deleted(DeletedEntries deleted);

        /** Sets the maximum number of rows that a plan may delete, 0 or more. Default: 50. */
        public abstract Builder maxDeletes(int maxDeletes);

        /** Sets how sent entries that are now mapped differently are handled. Default: {@link RemappedEntries#STOP}. */
        public abstract Builder remapped(RemappedEntries remapped);

        /**
         * Sets the time after an attempt within which its effect may still appear, at least twice the request timeout.
         * Default: 90 s.
         */
        public abstract Builder settle(Duration settle);

        /** Sets the maximum duration of a request to the target, zero or longer. Default: 30 s. */
        public abstract Builder requestTimeout(Duration requestTimeout);

        /** Sets how durations are rounded. Default: {@link Rounding#nearest()}. */
        public abstract Builder rounding(Rounding rounding);

        /** Sets how rows are marked. Default: {@link Marker#NONE}. */
        public abstract Builder marker(Marker marker);

        /**
         * Sets the time of day that is used for entries without a start if the target requires a start. Default: none,
         * so the plan needs a decision.
         */
        public abstract Builder startPolicy(LocalTime timeOfDay);

        /**
         * Sets which value is used if the duration of an entry contradicts its start and end. Default: {@link
         * ContradictingDuration#REFUSE}.
         */
        public abstract Builder contradictingDuration(ContradictingDuration contradictingDuration);

        /** Sets the maximum number of creates in flight, 1 to 64. Default: 4. */
        public abstract Builder parallelism(int parallelism);

        abstract Policy autoBuild();

        /**
         * Returns the policy.
         *
         * @throws InvalidInputException if the request timeout or the number of deletions is negative, the settle time
         *     is less than twice the request timeout, or the parallelism is out of bounds
         */
        public final Policy build() {
            Policy policy = autoBuild();
            if (policy.requestTimeout().isNegative()) {
                throw new InvalidInputException(
                        "requestTimeout", "a negative duration", "use zero or a positive duration");
            }
            if (policy.settle().compareTo(policy.requestTimeout().multipliedBy(2)) < 0) {
                throw new InvalidInputException(
                        "settle", "less than twice the request timeout", "use at least twice that duration");
            }
            if (policy.maxDeletes() < 0) {
                throw new InvalidInputException("maxDeletes", "a negative number", "specify 0 or more");
            }
            if (policy.parallelism() < 1 || policy.parallelism() > MAX_PARALLEL) {
                throw new InvalidInputException(
                        "parallelism", "a number out of bounds", "specify 1 to " + MAX_PARALLEL);
            }
            return policy;
        }
    }
}
