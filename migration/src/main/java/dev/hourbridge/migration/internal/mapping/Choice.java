package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * The target's id for one field of an entry, and its origin.
 *
 * @param id the target's id; empty if there is none
 * @param origin the origin of the id
 */
record Choice(EntryField field, Optional<String> id, Origin origin) {
    enum Origin {
        NOTHING,
        RULE,
        MAP,
        TRAILER,
        /** The task that is configured for all entries of a project. */
        PROJECT,
        DEFAULT
    }

    /** Returns the choice for a field without an id. */
    static Choice of(EntryField field) {
        return new Choice(field, Optional.empty(), Origin.NOTHING);
    }

    /** Returns this choice, or the id of the next origin if there is none so far. */
    Choice or(Origin next, Optional<String> nextId) {
        return isPresent() || nextId.isEmpty() ? this : new Choice(field, nextId, next);
    }

    /** Returns the rule's id, or else the map's. If both are equal, the rule replaces nothing. */
    Choice orRuleThenMap(Optional<String> ruled, Optional<String> mapped) {
        return or(ruled.equals(mapped) ? Origin.MAP : Origin.RULE, ruled).or(Origin.MAP, mapped);
    }

    /** Returns whether there is an id. */
    boolean isPresent() {
        return id.isPresent();
    }

    /**
     * Records the loss of the source's value, if any.
     *
     * @param hasSource whether the entry has a value in this field
     * @param isCondition whether the rule for the entry names the field, in which case the value determined the result
     */
    void declareLoss(MappingResult result, boolean hasSource, boolean isCondition) {
        if (origin == Origin.DEFAULT) {
            result.lose(field, LossKind.DEFAULTED);
        } else if (hasSource && origin == Origin.NOTHING) {
            result.lose(field, isCondition ? LossKind.MAPPED : LossKind.DROPPED);
        } else if (hasSource && (origin == Origin.PROJECT || (origin == Origin.RULE && !isCondition))) {
            result.lose(field, LossKind.DROPPED);
        }
    }
}
