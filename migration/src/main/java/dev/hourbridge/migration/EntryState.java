package dev.hourbridge.migration;

/** The state of an entry in the ledger. Constants may be added, so use a default branch. */
public enum EntryState {
    /** The entry has yet to be sent. */
    PLANNED,
    /** The entry is about to be sent or has been sent. This state is recorded before the POST is sent. */
    INTENT,
    /** The entry was sent, and the target's response contains its id. */
    CREATED,
    /** The target rejected the entry, or it was not sent because similar entries were rejected. */
    REJECTED,
    /** The entry was sent, but the outcome is unknown. */
    IN_DOUBT,
    /** The entry was in doubt and was found on the target. */
    RECOVERED,
    /** An existing row on the target was adopted as this entry. */
    ADOPTED,
    /** The last verify found the entry on the target as planned. */
    VERIFIED,
    /** Undo deleted the row of the entry. */
    UNDONE,
    /**
     * The entry was deleted at the source, and then this migration deleted its row on the target. Also used for an
     * entry that was deleted at the source before it was sent.
     */
    DELETED
}
