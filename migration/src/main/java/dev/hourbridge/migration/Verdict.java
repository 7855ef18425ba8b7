package dev.hourbridge.migration;

/** The result of verify for one row. Constants may be added, so use a default branch. */
public enum Verdict {
    /** The row is on the target and is the same as at the source. */
    SAME('='),
    /** The row is on the target as planned, and the plan declared a loss. */
    SAME_WITH_LOSS('~'),
    /** The row is on the target, but differs from the plan. */
    DIFFERENT('*'),
    /** The row is planned, but is not on the target. */
    MISSING('+'),
    /** The row is on the target and was written by this migration, but is no longer planned. */
    EXTRA('-'),
    /** The row is on the target and was created by another user, on a day to which this migration wrote. */
    UNRELATED('?'),
    /** The row is on the target and is equal to a planned entry, but is not recorded in the ledger. */
    POSSIBLE_DUPLICATE('2'),
    /** The result is unknown, because the list could not be read completely. */
    UNREADABLE('!'),
    /** The entry was changed, added or removed at the source since the plan. */
    SOURCE_CHANGED('s');

    private final char letter;

    Verdict(char letter) {
        this.letter = letter;
    }

    /** Returns the character that represents the verdict in reports. */
    public char letter() {
        return letter;
    }
}
