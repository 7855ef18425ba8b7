package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging.SeenRow;
import dev.hourbridge.migration.internal.target.TargetSnapshot.Row;
import java.util.List;

/** Stages, for verify, the rows that may be additional copies of entries that were sent more than once. */
public final class CopyReader {
    private final MigrationContext run;
    private final Ledger ledger;
    private final VerifyStaging staging;
    private final RowMatcher matcher;
    private final DuplicateSearch search;

    /** Creates a reader for one verify. */
    public CopyReader(MigrationContext run, Ledger ledger, VerifyStaging staging) {
        this.run = run;
        this.ledger = ledger;
        this.staging = staging;
        this.matcher = new RowMatcher(run, ledger, new CreationStamps(run, ledger));
        this.search = new DuplicateSearch(ledger, matcher);
    }

    /** Stages the copies of entries that were sent more than once. The days of those entries are listed. */
    public void read(List<SentEntry> sent) {
        for (List<SentEntry> group : SentEntry.groups(sent)) {
            TargetSnapshot snapshot = TargetSnapshot.take(run, SentEntry.ranges(group));
            for (Row known : snapshot.possibleDuplicates(ledger)) {
                stage(known, ledger.rows().duplicateOf(known.id()).orElseThrow());
            }
            search.find(matcher.free(snapshot), group)
                    .forEach(copy -> stage(copy.row().row(), copy.of().seq()));
        }
    }

    /** Stages a row as a possible duplicate of this entry. */
    private void stage(Row row, long seq) {
        staging.add(new SeenRow(
                row.id(),
                Verdict.POSSIBLE_DUPLICATE,
                row.identity().person(),
                row.day(),
                row.identity().seconds(),
                seq));
    }
}
