package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;

/** How the source compares with what was planned from it. Immutable and safe for use by several threads. */
@AutoValue
public abstract class SourceCheck {
    SourceCheck() {}

    static SourceCheck notRead() {
        return new AutoValue_SourceCheck(false, 0, 0, 0);
    }

    static SourceCheck of(long changed, long added, long removed) {
        return new AutoValue_SourceCheck(true, changed, added, removed);
    }

    /** Whether the source was read again, whole. */
    public abstract boolean wasRead();

    /** How many planned entries are not as they were. */
    public abstract long changed();

    /** How many entries are in the range that were not planned. */
    public abstract long added();

    /** How many planned entries are no longer there. */
    public abstract long removed();

    /** Whether it is known to be as it was. */
    public final boolean isUnchanged() {
        return wasRead() && changed() + added() + removed() == 0;
    }
}
