package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Conditions that several queries share, with state names from their enum.
 *
 * <p>A state in a statement is never a literal, so the compiler finds a renamed constant.
 */
final class Sql {
    /** States of an entry that has no row on the target. */
    static final String WITHOUT_ROW =
            in(EntryState.PLANNED, EntryState.INTENT, EntryState.IN_DOUBT, EntryState.REJECTED);

    /** The states in which an entry has a row on the target. */
    static final String HELD = in(EntryState.CREATED, EntryState.RECOVERED, EntryState.ADOPTED);

    /** The states of rows that the ledger itself created. */
    static final String CREATED_HERE = in(EntryState.CREATED, EntryState.RECOVERED);

    private Sql() {}

    /** Returns {@code IN ('A', 'B')}. */
    static String in(Enum<?>... constants) {
        return Arrays.stream(constants).map(Sql::text).collect(Collectors.joining(", ", "IN (", ")"));
    }

    /** Returns {@code NOT IN ('A', 'B')}. */
    static String notIn(Enum<?>... constants) {
        return "NOT " + in(constants);
    }

    /** Returns {@code = 'A'}. */
    static String is(Enum<?> constant) {
        return "= " + text(constant);
    }

    /** Returns {@code <> 'A'}. */
    static String isNot(Enum<?> constant) {
        return "<> " + text(constant);
    }

    /** Returns {@code 'A'}. */
    static String text(Enum<?> constant) {
        return "'" + constant.name() + "'";
    }
}
