package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.OptionalLong;

/**
 * The progress of a step. Immutable and thread-safe.
 *
 * <p>A listener is called about once per entry, and while a step waits. What {@link #done()} counts depends on the
 * phase, so show it together with {@link #phase()}.
 */
@AutoValue
public abstract class Progress {
    Progress() {}

    /** The phase of a step. Constants may be added, so use a default branch. */
    public enum Phase {
        /** The source is read and mapped. */
        READING_SOURCE,
        /** The target is read. */
        READING_TARGET,
        /** The first entries of each kind are written and read back, in rounds. */
        CANARY,
        /** Entries are written. */
        WRITING,
        /** Rows are updated and deleted. */
        UPDATING,
        /** The step waits for entries whose create response was lost to appear. */
        SETTLING,
        /** The step waits because the target limits the rate of creates. */
        THROTTLED,
        /** Entries are compared. */
        VERIFYING,
        /** Entries are deleted. */
        UNDOING
    }

    /**
     * Returns a progress value, for example to test a listener.
     *
     * @param phase the current phase
     * @param done the number of entries processed; while settling or throttled, the seconds waited
     * @param total the total number, if known
     */
    public static Progress of(Phase phase, long done, OptionalLong total) {
        return new AutoValue_Progress(phase, done, total);
    }

    /** Returns the phase. */
    public abstract Phase phase();

    /** Returns the number of entries processed or, during a wait, the seconds waited. */
    public abstract long done();

    /** Returns the total number, if known. */
    public abstract OptionalLong total();
}
