package dev.hourbridge.migration;

/** The state of a planned change of an entry that was sent. Constants may be added: use a default branch. */
public enum ChangeState {
    /** It is carried out by the next apply. */
    PLANNED,
    /** Its request is about to be sent, or the process ended before the response. */
    INTENT,
    /** Its request left, and the outcome is not known. */
    IN_DOUBT,
    /** Another user changed or deleted the row, or it is on an invoice: it is not changed until the user decides. */
    CONFLICT,
    /** The row came back from the target different from what was sent: no update is sent until the user decides. */
    DIFFERENT,
    /** The target rejected it. */
    REJECTED,
    /** The policy is to report it only. */
    REPORTED,
    /** The target cannot update a field of it. */
    NOT_UPDATABLE,
    /** The source does not show the entry any more, and nothing shows that it was deleted there. */
    NOT_VISIBLE,
    /** The user decided that the row stays as it is, until the source changes again. */
    RETAINED
}
