package dev.hourbridge.migration;

/** The result of verify for one row. Constants may be added: use a default branch. */
public enum Verdict {
    /** On the target, the same as at the source. */
    SAME('='),
    /** On the target as planned; the plan declared a loss. */
    SAME_WITH_LOSS('~'),
    /** On the target, but not as planned. */
    DIFFERENT('*'),
    /** Planned, but not on the target. */
    MISSING('+'),
    /** On the target, written by this migration, but no longer planned. */
    EXTRA('-'),
    /** On the target, created by another user, on a day to which this migration wrote. */
    UNRELATED('?'),
    /** On the target, equal to a planned entry, but not recorded in the ledger. */
    POSSIBLE_DUPLICATE('2'),
    /** Unknown, because the list could not be read completely. */
    UNREADABLE('!'),
    /** Changed, added or removed at the source since the plan. */
    SOURCE_CHANGED('s');

    private final char letter;

    Verdict(char letter) {
        this.letter = letter;
    }

    /** Returns the letter that represents it in reports. */
    public char letter() {
        return letter;
    }
}
