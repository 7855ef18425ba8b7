package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;

/**
 * A part of the mapping that no entry can use on this target, whatever the source holds. Immutable and safe for use
 * by several threads.
 */
@AutoValue
public abstract class UnreachableMapping {
    UnreachableMapping() {}

    /** Why a part of the mapping has no effect. Constants may be added: use a default branch. */
    public enum Reason {
        /** The target stores no such field. */
        NOT_STORED,
        /** A work rule with the same conditions comes first. */
        REPEATED_RULE,
        /** A work rule for this very id comes first. */
        RULE_FIRST
    }

    /** Creates an unreachable mapping; the accessors describe the arguments. */
    public static UnreachableMapping of(String key, Reason reason) {
        return new AutoValue_UnreachableMapping(key, reason);
    }

    /**
     * Returns the part: the name of the map and the source id, as in {@code projects.website}; a work rule, numbered
     * from 1, as in {@code work.2}; or a default, as in {@code defaults.activity}.
     */
    public abstract String key();

    /** Returns why it has no effect. */
    public abstract Reason reason();
}
