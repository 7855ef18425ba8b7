package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A row on the target that may be an entry of the plan. It is equal to the entry or, when compared before anything is
 * sent, has the same person, day and minutes. It is never deleted automatically; a person must check it. Immutable and
 * thread-safe.
 */
@AutoValue
public abstract class PossibleDuplicate {
    PossibleDuplicate() {}

    /** Creates a possible duplicate. For the arguments, see the accessors. */
    public static PossibleDuplicate of(String targetId, String sourceId, Optional<String> twinId) {
        return new AutoValue_PossibleDuplicate(targetId, sourceId, twinId);
    }

    /** Returns the row's id on the target. */
    public abstract String targetId();

    /** Returns the source id of the entry that the row may be. */
    public abstract String sourceId();

    /** Returns the target id of the row that the ledger records for the source entry, if any. */
    public abstract Optional<String> twinId();
}
