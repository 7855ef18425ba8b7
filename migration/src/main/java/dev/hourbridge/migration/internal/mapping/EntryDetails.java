package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Billable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an {@link EntryIdentity} that its fingerprint leaves out.
 *
 * <p>Rows that have the same fingerprint can still differ in these, so that one of them is the better match of an
 * entry. They are not in the fingerprint because a service or a user can change them without the row becoming another
 * entry.
 */
public record EntryDetails(@Nullable String activity, Billable billable, List<String> tags) {
    /** Returns these details without the {@linkplain MarkerTag marker tag}. */
    public EntryDetails withoutMarker() {
        return new EntryDetails(activity, billable, MarkerTag.without(tags));
    }
}
