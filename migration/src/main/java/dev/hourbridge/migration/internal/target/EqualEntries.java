package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDetails;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.FingerprintQueries;
import dev.hourbridge.model.Capabilities;
import java.util.List;
import java.util.Optional;

/**
 * Finds the entry to be sent to which a row is equal. Equal rows may differ in fields that a fingerprint does not
 * include, so rows that are also equal in these fields are adopted before all others.
 */
public final class EqualEntries {
    /** There are few equal entries, and the first one usually matches exactly. */
    private static final int PAGE_SIZE = 8;

    private final FingerprintQueries fingerprints;
    private final Capabilities target;

    /**
     * Creates a search.
     *
     * @param target the capabilities of the target, which determine the fields in which a row can differ
     */
    public EqualEntries(FingerprintQueries fingerprints, Capabilities target) {
        this.fingerprints = fingerprints;
        this.target = target;
    }

    /**
     * Returns an entry with the same fingerprint.
     *
     * @param isPlain whether the fingerprint does not include the trailer
     */
    public Optional<PlannedEntry> find(String fingerprint, boolean isPlain) {
        return fingerprints.equalToSend(fingerprint, isPlain, 0, 1).stream().findFirst();
    }

    /** Returns an entry with the same fingerprint and the same details. */
    public Optional<PlannedEntry> findExact(String fingerprint, boolean isPlain, EntryDetails details) {
        EntryDetails unmarked = details.withoutMarker();
        long after = 0;
        while (true) {
            List<PlannedEntry> page = fingerprints.equalToSend(fingerprint, isPlain, after, PAGE_SIZE);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            for (PlannedEntry entry : page) {
                after = entry.seq();
                EntryIdentity planned = entry.identity().withoutMarker();
                if (planned.hasDetails(unmarked, target)) {
                    return Optional.of(entry);
                }
            }
        }
    }
}
