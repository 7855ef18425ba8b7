package dev.hourbridge.migration;

import dev.hourbridge.model.TimeEntry;

/** What to do with an entry whose {@linkplain TimeEntry#reportedDuration() duration} contradicts its start and end. */
public enum ContradictingDuration {
    /** The plan needs input, and the entry is not sent. */
    REFUSE,
    /** The time between start and end counts. */
    INTERVAL,
    /** The start and the reported duration count; the end follows from them. */
    REPORTED
}
