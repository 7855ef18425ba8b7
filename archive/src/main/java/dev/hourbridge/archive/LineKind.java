package dev.hourbridge.archive;

import java.util.Locale;

/** The kind of a line, identified by the name of its first member. */
enum LineKind {
    HEADER,
    ENTRY,
    TRAILER;

    /** Returns the name of the member, in lower case. */
    String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
