package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A row on the target that may be an entry of the plan: it equals the entry, or, before anything is sent, has its person,
 * day and minutes. Nothing deletes it: a person must check it. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class PossibleDuplicate {
    PossibleDuplicate() {}

    /** Creates a value; the accessors describe the arguments. */
    public static PossibleDuplicate of(String targetId, String sourceId, Optional<String> twinId) {
        return new AutoValue_PossibleDuplicate(targetId, sourceId, twinId);
    }

    /** Returns the target's id of the row. */
    public abstract String targetId();

    /** Returns the source's id of the entry that it may be. */
    public abstract String sourceId();

    /** Returns the target's id of the row that the ledger has for that entry, if it has one. */
    public abstract Optional<String> twinId();
}
