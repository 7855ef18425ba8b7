package dev.hourbridge.model;

/** The parts of an entry that services differ in. Constants may be added: use a default branch. */
public enum EntryField {
    /** Who worked. */
    PERSON,
    /** The project. */
    PROJECT,
    /** The task. */
    TASK,
    /** The kind of work. */
    ACTIVITY,
    /** The customer. */
    CLIENT,
    /** What was done. */
    NOTE,
    /** The day. */
    DATE,
    /** The start, and with it the end. */
    START,
    /** How long. */
    DURATION,
    /** Whether it is to be billed. */
    BILLABLE,
    /** The tags. */
    TAGS,
    /** The invoice. */
    INVOICE
}
