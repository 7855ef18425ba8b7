package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.MarkerTag;
import dev.hourbridge.migration.internal.mapping.Trailer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The marker of a row, which shows the migration that created it.
 *
 * @param kind the kind of the marker
 * @param isOfAnotherLedger whether the marker belongs to another ledger
 */
public record RowMarker(Marker kind, boolean isOfAnotherLedger) {

    /**
     * Reads the marker of a row. A tag does not name a ledger, so it belongs to another ledger only if this migration
     * uses no tags.
     *
     * @param isPlanned whether the plan contains an entry of the source
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
