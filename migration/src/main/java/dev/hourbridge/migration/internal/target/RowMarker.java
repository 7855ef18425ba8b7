package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.MarkerTag;
import dev.hourbridge.migration.internal.mapping.Trailer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the marker of a row shows of the migration that created it.
 *
 * @param kind how it is marked
 * @param isOfAnotherLedger whether another ledger claims it
 */
public record RowMarker(Marker kind, boolean isOfAnotherLedger) {

    /**
     * Reads the marker of a row. A tag names no ledger, so it is another's only where this migration uses none.
     *
     * @param isPlanned whether the plan has an entry of the source
     */
    public static RowMarker of(MigrationContext run, EntryIdentity row, Predicate<String> isPlanned) {
        Optional<Trailer> trailer = Trailer.split(row.note()).trailer();
        if (trailer.isPresent()) {
            boolean isOurs = trailer.get().isOfAccount(run.source().account().toString())
                    && isPlanned.test(trailer.get().sourceId());
            return new RowMarker(Marker.TRAILER, !isOurs);
        }
        return row.tags().contains(MarkerTag.NAME)
                ? new RowMarker(Marker.TAG, run.policy().marker() != Marker.TAG)
                : new RowMarker(Marker.NONE, false);
    }
}
