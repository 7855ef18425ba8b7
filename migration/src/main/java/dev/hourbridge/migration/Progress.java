package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.OptionalLong;

/**
 * How far a step is. Immutable and safe for use by several threads.
 *
 * <p>A listener is called after each entry or so, and while a step waits. What {@link #done()} counts depends on the
 * phase, so show it with {@link #phase()}.
 */
@AutoValue
public abstract class Progress {
    Progress() {}

    /** What is being done. Constants may be added: use a default branch. */
    public enum Phase {
        /** The source is read and mapped. */
        READING_SOURCE,
        /** The target is read. */
        READING_TARGET,
        /** The first entries of each kind are written, and read back in rounds. */
        CANARY,
        /** Entries are written. */
        WRITING,
        /** Rows of entries are updated and deleted. */
        UPDATING,
        /** Waits for lost creates to appear. */
        SETTLING,
        /** Waits because the target limits the rate of creates. */
        THROTTLED,
        /** Entries are compared. */
        VERIFYING,
        /** Entries are deleted. */
        UNDOING
    }

    /**
     * Returns a progress, as for a test of a listener.
     *
     * @param phase what is being done
     * @param done how many entries are through; seconds waited while settling or throttled
     * @param total of how many, if that is known
     */
    public static Progress of(Phase phase, long done, OptionalLong total) {
        return new AutoValue_Progress(phase, done, total);
    }

    /** Returns the phase. */
    public abstract Phase phase();

    /** Returns the number of entries processed; in a wait, the seconds waited. */
    public abstract long done();

    /** Returns the total number, if it is known. */
    public abstract OptionalLong total();
}
