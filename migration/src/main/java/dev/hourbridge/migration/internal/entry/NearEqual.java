package dev.hourbridge.migration.internal.entry;

import java.time.LocalDate;

/** A row of the target that has the person, the day and the minutes of an entry to be sent, and differs from it. */
public record NearEqual(String targetId, String person, LocalDate day, long minutes) {}
