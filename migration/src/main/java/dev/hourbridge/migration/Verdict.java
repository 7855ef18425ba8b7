package dev.hourbridge.migration;

/** What verify says of one row. */
public enum Verdict {
    /** On the target, the same as at the source. */
    SAME('='),
    /** On the target as planned; the plan declared a loss. */
    SAME_WITH_LOSS('~'),
    /** On the target, and not as planned. */
    DIFFERENT('*'),
    /** Planned, and not on the target. */
    MISSING('+'),
    /** On the target, written by this migration, and not wanted there. */
    EXTRA('-'),
    /** On the target on a day that was written to, by somebody else. */
    UNRELATED('?'),
    /** On the target, by nobody that the ledger knows, and equal to a planned entry. */
    POSSIBLE_DUPLICATE('2'),
    /** Not known, because the list could not be read whole. */
    UNREADABLE('!'),
    /** Changed, added or removed at the source since the plan. */
    SOURCE_CHANGED('s');

    private final char letter;

    Verdict(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in reports. */
    public char letter() {
        return letter;
    }
}
