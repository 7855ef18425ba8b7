package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds rows that may be additional copies of entries that were sent more than once. A row is not counted if it is
 * already recorded as a candidate for an entry in doubt.
 */
public final class DuplicateSearch {
    private final Ledger ledger;
    private final RowMatcher matcher;

    /** A row that may be a additional copy of an entry. */
    public record Copy(FreeRow row, SentEntry of) {}

    /** Creates a search with the rules of a matcher. */
    public DuplicateSearch(Ledger ledger, RowMatcher matcher) {
        this.ledger = ledger;
        this.matcher = matcher;
    }

    /**
     * Returns the copies.
     *
     * @param free the rows without an explanation
     * @param sent entries that were sent more than once, by day
     */
    public List<Copy> find(Map<String, FreeRow> free, List<SentEntry> sent) {
        List<SentEntry> known = sent.stream()
                .filter(each -> each.entry().state() != EntryState.IN_DOUBT)
                .toList();
        List<Copy> copies = new ArrayList<>();
        free.forEach((id, row) -> {
            if (!ledger.rows().isCandidateInDoubt(id)) {
                known.stream()
                        .filter(each -> matcher.isCandidate(row, each))
                        .findFirst()
                        .ifPresent(each -> copies.add(new Copy(row, each)));
            }
        });
        return copies;
    }
}
