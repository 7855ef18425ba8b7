package dev.hourbridge.migration.internal.entry;

/** A person of the target and a group of entries, within which a canary speaks for the others. */
public record PersonPlace(String person, String group) {}
