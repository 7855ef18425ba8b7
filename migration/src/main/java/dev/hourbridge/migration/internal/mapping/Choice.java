package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.LossKind;
import dev.hourbridge.model.EntryField;
import java.util.Optional;

/**
 * The target's id of one field of one entry, and what gave it.
 *
 * @param id the target's id; empty if nothing gives one
 * @param origin what gave it
 */
record Choice(EntryField field, Optional<String> id, Origin origin) {
    enum Origin {
        NOTHING,
        RULE,
        MAP,
        TRAILER,
        /** The task that is given for all entries of a project. */
        PROJECT,
        DEFAULT
    }

    /** Returns the choice of a field that nothing gives an id. */
    static Choice of(EntryField field) {
        return new Choice(field, Optional.empty(), Origin.NOTHING);
    }

    /** Returns this choice, or the id of the next origin if nothing gave one so far. */
    Choice or(Origin next, Optional<String> nextId) {
        return isPresent() || nextId.isEmpty() ? this : new Choice(field, nextId, next);
    }

    /** Returns the rule's id, else the map's. A rule that gives what the map gives replaces nothing. */
    Choice orRuleThenMap(Optional<String> ruled, Optional<String> mapped) {
        return or(ruled.equals(mapped) ? Origin.MAP : Origin.RULE, ruled).or(Origin.MAP, mapped);
    }

    /** Returns whether something gave an id. */
    boolean isPresent() {
        return id.isPresent();
    }

    /**
     * Records what happens to the source's value.
     *
     * @param hasSource whether the entry has a value in this field
     * @param isCondition whether the rule for the entry names the field, so that the value decided on the result
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
