package dev.hourbridge.migration.internal.entry;

/** The state of a canary. Other entries have no canary state. */
public enum CanaryState {
    /** Chosen, and sent unless the process ended before that. */
    SENT,
    /** Read back unchanged. */
    CONFIRMED,
    /** Another user changed or deleted its row before it was compared, so it proves nothing. */
    CONFLICT
}
