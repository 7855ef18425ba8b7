package dev.hourbridge.migration.internal.entry;

/**
 * A person of the target and a group of entries, within which a canary represents the others.
 *
 * <p>A target may treat projects and people in its own way, for example with required fields, so each combination has
 * its own canaries.
 */
public record PersonPlace(String person, String group) {}
