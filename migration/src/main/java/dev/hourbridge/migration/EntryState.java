package dev.hourbridge.migration;

/** The state of an entry in the ledger. Constants may be added: use a default branch. */
public enum EntryState {
    /** To be sent. */
    PLANNED,
    /** About to be sent, or sent; recorded before the POST is sent. */
    INTENT,
    /** Sent; the target's response has its id. */
    CREATED,
    /** Rejected by the target, or not sent because similar entries were rejected. */
    REJECTED,
    /** Sent, without a clear response. */
    IN_DOUBT,
    /** Was in doubt, and was found on the target. */
    RECOVERED,
    /** Was on the target before, and was adopted as this entry. */
    ADOPTED,
    /** Found on the target, as planned, by the last verify. */
    VERIFIED,
    /** Deleted by undo. */
    UNDONE,
    /** Deleted at the source, and then by this ledger on the target; or deleted at the source before it was sent. */
    DELETED
}
