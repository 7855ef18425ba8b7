package dev.hourbridge.model;

/** The fields of an entry in which services differ. Constants may be added: use a default branch. */
public enum EntryField {
    /** The person who worked. */
    PERSON,
    /** The project. */
    PROJECT,
    /** The task. */
    TASK,
    /** The kind of work. */
    ACTIVITY,
    /** The customer. */
    CLIENT,
    /** The note. */
    NOTE,
    /** The day. */
    DATE,
    /** The start, and with it the end. */
    START,
    /** The duration. */
    DURATION,
    /** Whether it is to be billed. */
    BILLABLE,
    /** The tags. */
    TAGS,
    /** The invoice. */
    INVOICE
}
