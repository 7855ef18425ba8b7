package dev.hourbridge.kafka;

import org.jspecify.annotations.Nullable;

/**
 * One record to write, or two with a tombstone.
 *
 * <p>A tombstone is a record with the same key and no value, with which a compacted topic forgets the entry.
 *
 * @param id the id at the service
 * @param entry the entry as read; null if the service does not list it any more
 * @param leaves whether the partition forgets the entry with this change
 */
record EntryChange(Kind kind, String id, @Nullable ObservedEntry entry, boolean leaves) {
    /**
     * Returns the change of an entry that was read. One that is marked as deleted is a deletion, whatever kind was
     * expected.
     */
    static EntryChange of(Kind kind, ObservedEntry entry) {
        return new EntryChange(entry.deleted() ? Kind.DELETED : kind, entry.id(), entry, false);
    }

    /** Returns the update of an entry that was moved to a day that is not read. */
    static EntryChange leaving(ObservedEntry entry) {
        return new EntryChange(Kind.UPDATED, entry.id(), entry, true);
    }

    /** Returns the deletion of an entry that the service does not list any more. */
    static EntryChange deletion(String id) {
        return new EntryChange(Kind.DELETED, id, null, true);
    }

    /** The value of the header {@code hourbridge.change}. */
    enum Kind {
        SNAPSHOT,
        CREATED,
        UPDATED,
        DELETED
    }
}
