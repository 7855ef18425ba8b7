package dev.hourbridge.model;

/** What is known about a write that failed. Constants may be added, so use a default branch. */
public enum WriteOutcome {
    /** No byte of the request was sent. The service did not change anything. */
    NOT_SENT,
    /** The service rejected the write with a 4xx status, which includes throttling. */
    REJECTED,
    /** The service confirmed the write. The response to a create contains the id. */
    CONFIRMED,
    /** The service confirmed the create, but the response contains no usable id. */
    ACCEPTED_NO_ID,
    /**
     * At least part of the request was sent, but the response is missing or unclear. The write may or may not have been
     * executed.
     */
    IN_DOUBT
}
