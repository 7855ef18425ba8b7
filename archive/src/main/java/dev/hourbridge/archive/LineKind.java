package dev.hourbridge.archive;

import java.util.Locale;

/** What a line holds: the name of its first member. */
enum LineKind {
    HEADER,
    ENTRY,
    TRAILER;

    /** Returns the name of the member, in lower case. */
    String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
