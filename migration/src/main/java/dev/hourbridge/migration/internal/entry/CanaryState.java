package dev.hourbridge.migration.internal.entry;

/** The state of a canary. An entry that is not one has none. */
public enum CanaryState {
    /** Chosen, and sent unless the process ended before. */
    SENT,
    /** Came back as it was sent. */
    CONFIRMED,
    /** Another user changed or deleted its row before it was compared. It shows nothing. */
    CONFLICT
}
