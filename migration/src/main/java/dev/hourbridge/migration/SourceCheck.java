package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** The comparison of the source with the plan. Immutable and thread-safe. */
@AutoValue
public abstract class SourceCheck {
    SourceCheck() {}

    /** Returns the check of a source that could not be read completely. */
    static SourceCheck notRead() {
        return new AutoValue_SourceCheck(false, 0, 0, 0, Optional.empty());
    }

    /** Returns the check of a source that was read. */
    static SourceCheck of(long changed, long added, long removed, Optional<TotalCheck> totalCheck) {
        return new AutoValue_SourceCheck(true, changed, added, removed, totalCheck);
    }

    /** Returns whether the source was read again completely. */
    public abstract boolean wasRead();

    /** Returns the number of planned entries that changed. */
    public abstract long changed();

    /** Returns the number of entries in the range that were not planned. */
    public abstract long added();

    /** Returns the number of planned entries that no longer exist. */
    public abstract long removed();

    /**
     * Returns the source's own total for the range and the total of the rows that it lists. If they still differ after
     * two more reads, the list may be incomplete. Empty if the source reports no total for the same days. If the total
     * could not be read, {@link TotalCheck#failure()} has the reason.
     */
    public abstract Optional<TotalCheck> totalCheck();

    /** Returns whether the source is known to be unchanged. */
    public final boolean isUnchanged() {
        return wasRead() && changed() + added() + removed() == 0;
    }
}
