package dev.hourbridge.migration;

/** What happens to a field that the target cannot hold as it is. Constants may be added: use a default branch. */
public enum LossKind {
    /** It is dropped. */
    DROPPED,
    /** It is shortened to what the target stores. */
    CUT,
    /** Some of its characters are replaced. */
    CHANGED,
    /** It is rounded to the target's unit. */
    ROUNDED,
    /** It falls on another day, because the target's zone differs. */
    MOVED,
    /** It is a local time in a repeated hour, and the target cannot distinguish the two occurrences. */
    AMBIGUOUS,
    /** The source has no value, or two that contradict each other, and a default or policy provides it. */
    DEFAULTED,
    /** A rule uses it to choose another field; the value itself is dropped. */
    MAPPED,
    /** The note's trailer retains it, and a later migration can restore it. */
    KEPT_IN_TRAILER,
    /** The target requires it, and neither the source nor a default provides it. */
    NEEDS_INPUT;

    /** Returns whether an entry with this kind of loss is no longer the same as at the source. */
    public boolean isLoss() {
        return this != MAPPED && this != KEPT_IN_TRAILER;
    }
}
