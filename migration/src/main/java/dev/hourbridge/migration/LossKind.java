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
    /** It falls on another day, because the target's zone is another. */
    MOVED,
    /** It is a wall clock inside a repeated hour, which the target cannot distinguish from the other one. */
    AMBIGUOUS,
    /** The source has none, or two that contradict each other, and a default or policy gives it. */
    DEFAULTED,
    /** A rule uses it to choose another field; the value itself is dropped. */
    MAPPED,
    /** The note's trailer retains it; a later migration restores it from there. */
    KEPT_IN_TRAILER,
    /** The target demands it, and neither the source nor a default gives it. */
    NEEDS_INPUT;

    /** Returns whether an entry with this is no longer the same as at the source. */
    public boolean isLoss() {
        return this != MAPPED && this != KEPT_IN_TRAILER;
    }
}
