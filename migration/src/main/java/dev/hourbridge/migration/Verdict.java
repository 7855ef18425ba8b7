package dev.hourbridge.migration;

/** The result of verify for one row. Constants may be added: use a default branch. */
public enum Verdict {
    /** On the target, the same as at the source. */
    SAME('='),
    /** On the target as planned; the plan declared a loss. */
    SAME_WITH_LOSS('~'),
    /** On the target, and not as planned. */
    DIFFERENT('*'),
    /** Planned, and not on the target. */
    MISSING('+'),
    /** On the target, written by this migration, and no longer planned. */
    EXTRA('-'),
    /** On the target on a day that was written to, by another user. */
    UNRELATED('?'),
    /** On the target, by a writer that the ledger does not know, and equal to a planned entry. */
    POSSIBLE_DUPLICATE('2'),
    /** Not known, because the list could not be read whole. */
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
