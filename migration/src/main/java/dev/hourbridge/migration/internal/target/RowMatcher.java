package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.mapping.CandidateRule;
import dev.hourbridge.migration.internal.mapping.MarkerTag;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerTransaction;
import dev.hourbridge.migration.internal.target.TargetSnapshot.FreeRow;
import dev.hourbridge.migration.internal.target.TargetSnapshot.Row;
import dev.hourbridge.model.Capabilities;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Determines which free rows are entries that were sent, and which may be.
 *
 * <p>A row without a trailer is matched by its content, which several entries can share. It is identified as an entry
 * only if it has no other explanation: no other entry, no decision of the user, and no list before the first attempt.
 */
public final class RowMatcher {
    private final Capabilities target;
    private final String sourceAccount;
    private final CandidateRule rule;
    private final Ledger ledger;
    private final CreationStamps stamps;

    /** How closely a row matches an entry, the most certain match first. */
    private enum Match {
        /** The trailer of the row names the entry, regardless of other differences. */
        NAMED,
        /** Every field of the row is as it was sent. */
        EXACT,
        /** The target cannot distinguish the row from the entry. */
        EQUAL
    }

    /** Creates a matcher for one step. */
    public RowMatcher(MigrationContext run, Ledger ledger, CreationStamps stamps) {
        this.target = run.targets().capabilities();
        this.sourceAccount = run.source().account().toString();
        this.rule = new CandidateRule(target, run.targets().owners());
        this.ledger = ledger;
        this.stamps = stamps;
    }

    /** Returns the rows of a list by id that neither an entry of the ledger nor a decision of the user explains. */
    public Map<String, FreeRow> free(TargetSnapshot snapshot) {
        snapshot.rows().forEach(row -> stamps.learn(row.entry()));
        return snapshot.free(ledger);
    }

    /**
     * Marks the entries whose free rows are found as recovered, and removes those rows.
     *
     * @return the remaining entries
     */
    public List<SentEntry> recover(LedgerTransaction tx, List<SentEntry> sent, Map<String, FreeRow> free) {
        List<SentEntry> left = new ArrayList<>(sent);
        for (Match match : Match.values()) {
            left.removeIf(entry -> recover(tx, entry, free, match));
        }
        return left;
    }

    /** Recovers an entry with the first free row that matches it. */
    private boolean recover(LedgerTransaction tx, SentEntry sent, Map<String, FreeRow> free, Match match) {
        // Only a trailer distinguishes an equal row of this run from a row of the other run.
        if (match != Match.NAMED && ledger.isAnotherSending(sent.entry())) {
            return false;
        }
        for (Iterator<FreeRow> rows = free.values().iterator(); rows.hasNext(); ) {
            FreeRow row = rows.next();
            if (row.isNewFor(sent.entry()) && is(row.row(), sent, match)) {
                tx.entries().markRecovered(sent.seq(), row.row().id());
                rows.remove();
                return true;
            }
        }
        return false;
    }

    /** Returns whether a row belongs to an entry, as strictly as the match requires. */
    private boolean is(Row row, SentEntry sent, Match match) {
        if (match == Match.NAMED) {
            return names(row, sent).orElse(false);
        }
        return isEqual(row, sent)
                && (match == Match.EQUAL
                        || sent.entry()
                                .identity()
                                .differences(row.identity(), target)
                                .isEmpty());
    }

    private boolean isEqual(Row row, SentEntry sent) {
        return row.identity().fingerprint(target).equals(sent.entry().fingerprint())
                && (!sent.isTagged() || row.identity().tags().contains(MarkerTag.NAME))
                && names(row, sent).orElse(true);
    }

    /** Returns whether the trailer of a row names the entry; empty for a row without a trailer. */
    private Optional<Boolean> names(Row row, SentEntry sent) {
        return Trailer.split(row.entry().note())
                .trailer()
                .map(trailer -> trailer.names(sourceAccount, sent.entry().sourceId()));
    }

    /** Returns whether a row can be the entry. A row whose trailer names another entry is that other entry. */
    boolean isCandidate(FreeRow free, SentEntry sent) {
        return free.isNewFor(sent.entry())
                && names(free.row(), sent)
                        .orElseGet(() -> !stamps.excludes(sent, free.row().entry())
                                && sent.contents().stream()
                                        .anyMatch(content -> rule.isCandidate(
                                                content,
                                                sent.firstAttempt(),
                                                sent.reason(),
                                                free.row().identity())));
    }

    /** Returns the rows that can be the entry, on the days that are searched for it. */
    public List<FreeRow> candidates(Map<String, FreeRow> free, SentEntry sent) {
        List<DayRange> ranges = SentEntry.ranges(List.of(sent));
        return free.values().stream()
                .filter(row ->
                        ranges.stream().anyMatch(range -> range.holds(row.row().day())))
                .filter(row -> isCandidate(row, sent))
                .toList();
    }
}
