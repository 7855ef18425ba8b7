package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.TimeEntry;

/**
 * A digest of a row, which changes with any of its fields.
 *
 * <p>It shows whether another user changed a row since the ledger last read it. Digests are compared only within the
 * same service, because services return the same entry with different fields.
 */
public final class EntryDigest {
    private EntryDigest() {}

    /** Returns the digest of all fields of a row, except its id and its audit timestamps. */
    public static String of(TimeEntry row) {
        Digests digest = new Digests().add(row.workTime()).add(row.note()).add(row.billable());
        digest.add(row.person()).add(row.project()).add(row.task()).add(row.activity());
        row.reportedDuration().ifPresent(digest::add);
        digest.add(row.client()).add(row.invoice()).add(row.tags().size());
        row.tags().forEach(digest::add);
        return digest.hex();
    }
}
