package dev.hourbridge.migration;

import dev.hourbridge.model.TimeEntry;

/** How to handle an entry whose {@linkplain TimeEntry#reportedDuration() duration} contradicts its start and end. */
public enum ContradictingDuration {
    /** The plan needs input, and the entry is not sent. */
    REFUSE,
    /** Use the time between the start and the end. */
    INTERVAL,
    /** Use the start and the reported duration. The end is computed from them. */
    REPORTED
}
