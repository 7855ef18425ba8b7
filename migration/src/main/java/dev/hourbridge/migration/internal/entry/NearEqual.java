package dev.hourbridge.migration.internal.entry;

import java.time.LocalDate;

/** A row of the target that has the person, day and minutes of an entry to be sent but differs in other fields. */
public record NearEqual(String targetId, String person, LocalDate day, long minutes) {}
