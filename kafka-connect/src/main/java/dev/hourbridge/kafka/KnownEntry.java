package dev.hourbridge.kafka;

/**
 * What a partition stores about an entry that it has sent.
 *
 * @param day the day of the month
 * @param digest a digest of the content that was sent
 */
record KnownEntry(int day, int digest) {}
