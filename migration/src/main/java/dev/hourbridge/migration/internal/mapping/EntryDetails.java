package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Billable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an {@link EntryIdentity} that its fingerprint does not include.
 *
 * <p>Rows with the same fingerprint can still differ in these fields, so one of them can be a better match for an
 * entry. The fingerprint does not include them, because a service or a user can change them without making the row a
 * different entry.
 */
public record EntryDetails(@Nullable String activity, Billable billable, List<String> tags) {
    /** Returns these details without the {@linkplain MarkerTag marker tag}. */
    public EntryDetails withoutMarker() {
        return new EntryDetails(activity, billable, MarkerTag.without(tags));
    }
}
