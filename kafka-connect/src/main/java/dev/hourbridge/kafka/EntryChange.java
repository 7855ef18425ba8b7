package dev.hourbridge.kafka;

import org.jspecify.annotations.Nullable;

/**
 * One record to write, or two records if there is a tombstone.
 *
 * <p>A tombstone is a record with the same key and no value, which removes the entry from a compacted topic.
 *
 * @param id the entry's id in the service
 * @param entry the entry as read; null if the service no longer lists it
 * @param leaves whether this change removes the entry from the partition
 */
record EntryChange(Kind kind, String id, @Nullable ObservedEntry entry, boolean leaves) {
    /**
     * Returns the change for an entry that was read. An entry that is marked as deleted is a deletion, regardless of
     * the expected kind.
     */
    static EntryChange of(Kind kind, ObservedEntry entry) {
        return new EntryChange(entry.deleted() ? Kind.DELETED : kind, entry.id(), entry, false);
    }

    /** Returns the update for an entry that was moved to a day that is not read. */
    static EntryChange leaving(ObservedEntry entry) {
        return new EntryChange(Kind.UPDATED, entry.id(), entry, true);
    }

    /** Returns the deletion of an entry that the service no longer lists. */
    static EntryChange deletion(String id) {
        return new EntryChange(Kind.DELETED, id, null, true);
    }

    /** The value of the {@code hourbridge.change} header. */
    enum Kind {
        SNAPSHOT,
        CREATED,
        UPDATED,
        DELETED
    }
}
