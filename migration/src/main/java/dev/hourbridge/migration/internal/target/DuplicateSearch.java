package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for rows that may be further copies of entries that were sent more than once. A row that may be an entry in
 * doubt is not counted: the doubt names it.
 */
public final class DuplicateSearch {
    private final RowMatcher matcher;

    /** A row that may be a further copy of an entry. */
    public record Copy(FreeRow row, SentEntry of) {}

    /** Creates a search with the rules of a matcher. */
    public DuplicateSearch(RowMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * Returns the copies.
     *
     * @param free the rows that nothing explains
     * @param sent entries that were sent more than once, by day
     */
    public List<Copy> find(Map<String, FreeRow> free, List<SentEntry> sent) {
        Set<String> explained = new HashSet<>();
        List<SentEntry> others = new ArrayList<>();
        for (SentEntry entry : sent) {
            if (entry.entry().state() == EntryState.IN_DOUBT) {
                explained.addAll(TargetSnapshot.idsOf(matcher.candidates(free, entry)));
            } else {
                others.add(entry);
            }
        }
        List<Copy> copies = new ArrayList<>();
        new LinkedHashMap<>(free).forEach((id, row) -> {
            if (!explained.contains(id)) {
                Optional<SentEntry> twin = others.stream()
                        .filter(each -> matcher.isCandidate(row, each))
                        .findFirst();
                twin.ifPresent(each -> copies.add(new Copy(row, each)));
            }
        });
        return copies;
    }
}
