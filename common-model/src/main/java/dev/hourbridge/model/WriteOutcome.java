package dev.hourbridge.model;

/** What is known for certain about a write that failed. Constants may be added: use a default branch. */
public enum WriteOutcome {
    /** No byte of the request left: there is nothing at the service. */
    NOT_SENT,
    /** The response states that it was not done: a 4xx, which includes a throttle. */
    REFUSED,
    /** The response states that it was done, and for a create names the entry. */
    CONFIRMED,
    /** The response states that it was done, without a usable id. */
    ACCEPTED_NO_ID,
    /** The request was sent, at least in part, without a clear response: it may or may not have been done. */
    IN_DOUBT
}
