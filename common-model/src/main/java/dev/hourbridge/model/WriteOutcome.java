package dev.hourbridge.model;

/** What is known of a write, by what was seen and not by what is likely. */
public enum WriteOutcome {
    /** No byte of the request left: there is nothing at the service. */
    NOT_SENT,
    /** The service answered that it did not do it: a 4xx, a throttle among them. */
    REFUSED,
    /** The service answered that it did it, and named the entry where it is a create. */
    CONFIRMED,
    /** The service answered that it did it, without a usable id. */
    ACCEPTED_NO_ID,
    /** The request left, at least in part, and no clear answer came: it may or may not have been done. */
    IN_DOUBT
}
