package dev.hourbridge.migration;

import dev.hourbridge.migration.TargetSnapshot.Row;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.sqlite.PlannedEntry;
import dev.hourbridge.model.Capabilities;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Decides which free rows are entries that were sent, and which may be. */
final class RowMatcher {
    private final Capabilities target;

    RowMatcher(Capabilities target) {
        this.target = target;
    }

    String fingerprint(Row row) {
        return row.identity().fingerprint(target);
    }

    String looseFingerprint(Row row) {
        return row.identity().looseFingerprint(target);
    }

    /**
     * Marks doubts as recovered by the free rows that they equal, and removes those rows.
     *
     * @return the doubts that are left
     */
    List<PlannedEntry> recover(LedgerTransaction tx, List<PlannedEntry> doubts, Map<String, Row> free) {
        List<PlannedEntry> left = new ArrayList<>(doubts);
        // A row that is as it was sent in every field goes before one that only cannot be told from it.
        left.removeIf(doubt -> recover(tx, doubt, free, true));
        left.removeIf(doubt -> recover(tx, doubt, free, false));
        return left;
    }

    private boolean recover(LedgerTransaction tx, PlannedEntry doubt, Map<String, Row> free, boolean exactly) {
        for (Iterator<Map.Entry<String, Row>> i = free.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<String, Row> candidate = i.next();
            if (isEqual(candidate.getValue(), doubt, exactly)) {
                tx.entries().markRecovered(doubt.seq(), candidate.getKey());
                i.remove();
                return true;
            }
        }
        return false;
    }

    private boolean isEqual(Row row, PlannedEntry doubt, boolean exactly) {
        return fingerprint(row).equals(doubt.fingerprint())
                && (!exactly
                        || doubt.identity().differences(row.identity(), target).isEmpty());
    }

    /**
     * Returns whether a row may be an entry that the target or another user changed: it agrees in person, place, day and
     * duration, or in person, duration and the whole note; with an empty note, also in place.
     */
    boolean isCandidate(Row row, PlannedEntry doubt) {
        EntryIdentity sent = doubt.identity();
        EntryIdentity seen = row.identity();
        return looseFingerprint(row).equals(doubt.looseFingerprint())
                || (seen.seconds() == sent.seconds()
                        && sent.note().equals(seen.note())
                        && (!sent.note().isEmpty() || sent.place(target).equals(seen.place(target))));
    }

    /** Returns whether one of the rows may be the entry. */
    boolean hasCandidate(Map<String, Row> free, PlannedEntry doubt) {
        return free.values().stream().anyMatch(row -> isCandidate(row, doubt));
    }
}
