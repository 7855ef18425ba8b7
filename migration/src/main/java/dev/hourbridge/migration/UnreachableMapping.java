package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;

/**
 * A part of the mapping that no entry can use on this target, regardless of the source's data. Immutable and
 * thread-safe.
 */
@AutoValue
public abstract class UnreachableMapping {
    UnreachableMapping() {}

    /** Why a part of the mapping has no effect. Constants may be added, so use a default branch. */
    public enum Reason {
        /** The target does not store this field. */
        NOT_STORED,
        /** An earlier work rule has the same conditions. */
        REPEATED_RULE,
        /** A work rule for this id takes precedence. */
        RULE_FIRST
    }

    /** Creates an unreachable mapping. For the arguments, see the accessors. */
    public static UnreachableMapping of(String key, Reason reason) {
        return new AutoValue_UnreachableMapping(key, reason);
    }

    /**
     * Returns the key of the part: the name of the map and the source id, such as {@code projects.website}; a work
     * rule, numbered from 1, such as {@code work.2}; or a default, such as {@code defaults.activity}.
     */
    public abstract String key();

    /** Returns why the part has no effect. */
    public abstract Reason reason();
}
