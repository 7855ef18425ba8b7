package dev.hourbridge.model;

/** Whether an entry is to be billed. A missing flag is never treated as {@link #NO}. */
public enum Billable {
    /** To be billed. */
    YES,
    /** Not to be billed. */
    NO,
    /** The service does not state it; a write does not send the field. */
    UNSPECIFIED
}
