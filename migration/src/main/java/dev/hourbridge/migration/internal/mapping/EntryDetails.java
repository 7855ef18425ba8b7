package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Billable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of an {@link EntryIdentity} that its fingerprint leaves out. */
public record EntryDetails(@Nullable String activity, Billable billable, List<String> tags) {
    /** Returns these details without the {@linkplain MarkerTag marker tag}. */
    public EntryDetails withoutMarker() {
        return new EntryDetails(activity, billable, MarkerTag.without(tags));
    }
}
