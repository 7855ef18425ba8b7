package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDetails;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.FingerprintQueries;
import dev.hourbridge.model.Capabilities;
import java.util.List;
import java.util.Optional;

/**
 * Finds the entry to be sent that a row equals. Equal rows may differ in what a fingerprint leaves out, so rows that
 * equal an entry in that, too, are adopted before all others.
 */
public final class EqualEntries {
    /** Twins are few, and the first is mostly exact. */
    private static final int PAGE_SIZE = 8;

    private final FingerprintQueries fingerprints;
    private final Capabilities target;

    /**
     * Creates a search.
     *
     * @param target what the target stores, and what a row therefore cannot differ in
     */
    public EqualEntries(FingerprintQueries fingerprints, Capabilities target) {
        this.fingerprints = fingerprints;
        this.target = target;
    }

    /**
     * Returns an entry with the same fingerprint.
     *
     * @param isPlain whether the fingerprint is one without the trailer
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
