package dev.hourbridge.migration;

/** The state of a planned change to a sent entry. Constants may be added, so use a default branch. */
public enum ChangeState {
    /** The next apply carries out the change. */
    PLANNED,
    /** The request is about to be sent, or the process ended before the response. */
    INTENT,
    /** The request was sent, and its outcome is unknown. */
    IN_DOUBT,
    /**
     * Another user changed or deleted the row, or the row is on an invoice. The row is not changed until the user of
     * this migration decides.
     */
    CONFLICT,
    /** The row on the target differs from what was sent. No update is sent until the user of this migration decides. */
    DIFFERENT,
    /** The target rejected the change. */
    REJECTED,
    /** The policy is to report the change only. */
    REPORTED,
    /** The target cannot update one of the changed fields. */
    NOT_UPDATABLE,
    /** The source no longer shows the entry, but there is no proof that the entry was deleted there. */
    NOT_VISIBLE,
    /** The user decided to leave the row unchanged until the entry changes at the source again. */
    RETAINED
}
