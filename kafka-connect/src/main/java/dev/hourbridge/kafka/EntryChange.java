package dev.hourbridge.kafka;

import org.jspecify.annotations.Nullable;

/**
 * One record to write, or two with a tombstone.
 *
 * @param id the id at the service
 * @param entry the entry as read; null if the service does not list it any more
 */
record EntryChange(Kind kind, String id, @Nullable ObservedEntry entry) {
    static EntryChange of(Kind kind, ObservedEntry entry) {
        return new EntryChange(entry.deleted() ? Kind.DELETED : kind, entry.id(), entry);
    }

    static EntryChange gone(String id) {
        return new EntryChange(Kind.DELETED, id, null);
    }

    /** The value of the header {@code hourbridge.change}. */
    enum Kind {
        SNAPSHOT,
        CREATED,
        UPDATED,
        DELETED
    }
}
