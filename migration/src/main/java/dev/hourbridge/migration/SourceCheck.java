package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** How the source compares with what was planned from it. Immutable and safe for use by several threads. */
@AutoValue
public abstract class SourceCheck {
    SourceCheck() {}

    /** Returns the check of a source that could not be read whole. */
    static SourceCheck notRead() {
        return new AutoValue_SourceCheck(false, 0, 0, 0, Optional.empty());
    }

    /** Returns the check of a source that was read. */
    static SourceCheck of(long changed, long added, long removed, Optional<TotalCheck> totalCheck) {
        return new AutoValue_SourceCheck(true, changed, added, removed, totalCheck);
    }

    /** Returns whether the source was read again, whole. */
    public abstract boolean wasRead();

    /** Returns the number of planned entries that changed. */
    public abstract long changed();

    /** Returns how many entries are in the range that were not planned. */
    public abstract long added();

    /** Returns the number of planned entries that no longer exist. */
    public abstract long removed();

    /**
     * Returns the source's own sum of the range, with that of the rows it listed: if they differ, its lists do
     * not show everything. Empty if it has no sum by the same days; where the sum could not be read, the
     * {@linkplain TotalCheck#failure() failure} is here.
     */
    public abstract Optional<TotalCheck> totalCheck();

    /** Returns whether the source is known to be unchanged. */
    public final boolean isUnchanged() {
        return wasRead() && changed() + added() + removed() == 0;
    }
}
