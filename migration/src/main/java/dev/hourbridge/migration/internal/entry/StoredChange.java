package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.FieldDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned update or deletion of an entry that was sent.
 *
 * @param id its number
 * @param seq the number of the entry
 * @param isDeletion whether the row is to be deleted
 * @param isRemapped whether the mapping or the policy changed, but not the source
 * @param content the planned content; for a deletion, the last content of the entry
 * @param state its state
 * @param attempts the number of requests that were sent or may have been sent for it
 * @param conflict the fields in which the row differs
 * @param reason why it is not carried out, as text for the user
 */
public record StoredChange(
        long id,
        long seq,
        boolean isDeletion,
        boolean isRemapped,
        PlannedContent content,
        ChangeState state,
        int attempts,
        List<FieldDifference> conflict,
        @Nullable String reason) {}
