package dev.hourbridge.migration;

/** Where an entry stands in the ledger. */
public enum EntryState {
    /** To be sent. */
    PLANNED,
    /** About to be sent, or sent; written down before the POST left. */
    INTENT,
    /** Sent, and named by the target's answer. */
    CREATED,
    /** Refused by the target, or not sent because its like were refused. */
    REFUSED,
    /** Sent, without a clear answer. */
    IN_DOUBT,
    /** Was in doubt, and was found on the target. */
    RECOVERED,
    /** Was on the target before, and was taken for this entry. */
    ADOPTED,
    /** Seen on the target as planned by the last verify. */
    VERIFIED,
    /** Deleted again by undo. */
    UNDONE,
    /** Deleted at the source, and by this ledger on the target too; or deleted at the source before it was sent. */
    DELETED
}
