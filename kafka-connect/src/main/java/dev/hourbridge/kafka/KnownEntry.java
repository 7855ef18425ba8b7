package dev.hourbridge.kafka;

/**
 * What a partition remembers of an entry that it has sent.
 *
 * @param day the day of the month
 * @param digest a digest of the content that was sent
 */
record KnownEntry(int day, int digest) {}
