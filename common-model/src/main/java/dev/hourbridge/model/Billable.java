package dev.hourbridge.model;

/** Whether an entry is billable. A missing flag is never treated as {@link #NO}. */
public enum Billable {
    /** The entry is billable. */
    YES,
    /** The entry is not billable. */
    NO,
    /** The service does not state whether the entry is billable. A write does not send the field. */
    UNSPECIFIED
}
