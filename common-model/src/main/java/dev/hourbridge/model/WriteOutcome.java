package dev.hourbridge.model;

/** What is known for certain about a write that failed. Constants may be added: use a default branch. */
public enum WriteOutcome {
    /** No byte of the request was sent. The service has not changed. */
    NOT_SENT,
    /** The service rejected the write: status 4xx, which includes a throttle. */
    REJECTED,
    /** The service confirmed the write; the response to a create has the id. */
    CONFIRMED,
    /** The service confirmed the create, but the response has no usable id. */
    ACCEPTED_NO_ID,
    /**
     * The request was sent at least in part, and the response is missing or unclear: the write may or may not have been
     * done.
     */
    IN_DOUBT
}
