package dev.hourbridge.migration;

/** What happens to a field that the target cannot store unchanged. Constants may be added, so use a default branch. */
public enum LossKind {
    /** The value is dropped. */
    DROPPED,
    /** The value is shortened to the maximum that the target stores. */
    CUT,
    /** Some characters of the value are replaced. */
    CHANGED,
    /** The value is rounded to the target's unit. */
    ROUNDED,
    /** The value falls on another day, because the target's zone differs. */
    MOVED,
    /** The value is a local time in a repeated hour, and the target cannot distinguish the two occurrences. */
    AMBIGUOUS,
    /** The source has no value, or has two contradicting values, and a default or a policy provides the value. */
    DEFAULTED,
    /** A rule uses the value to determine another field. The value itself is dropped. */
    MAPPED,
    /** The note's trailer retains the value, and a later migration can restore it. */
    KEPT_IN_TRAILER,
    /** The target requires a value, and neither the source nor a default provides one. */
    NEEDS_INPUT;

    /** Returns whether an entry with this kind of loss differs from the entry at the source. */
    public boolean isLoss() {
        return this != MAPPED && this != KEPT_IN_TRAILER;
    }
}
