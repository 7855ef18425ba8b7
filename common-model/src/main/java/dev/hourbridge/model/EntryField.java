package dev.hourbridge.model;

/** The fields of an entry that not every service supports. Constants may be added, so use a default branch. */
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
    /** The start, together with the end. */
    START,
    /** The duration. */
    DURATION,
    /** Whether the entry is billable. */
    BILLABLE,
    /** The tags. */
    TAGS,
    /** The invoice. */
    INVOICE
}
