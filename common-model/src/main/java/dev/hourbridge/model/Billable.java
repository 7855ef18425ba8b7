package dev.hourbridge.model;

/** Whether an entry is to be billed. A service that does not say so is never taken to say no. */
public enum Billable {
    /** To be billed. */
    YES,
    /** Not to be billed. */
    NO,
    /** The service does not say; on a write, the field is not sent. */
    UNSPECIFIED
}
