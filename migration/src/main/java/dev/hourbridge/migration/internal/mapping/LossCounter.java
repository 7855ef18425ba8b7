package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.FieldLoss;
import dev.hourbridge.migration.LossKind;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the losses of a plan by field and kind.
 *
 * <p>The user agrees to the losses before anything is sent, so they are counted over all entries, including those that
 * an earlier plan sent. Used by one thread.
 */
public final class LossCounter {
    private static final int MAX_SAMPLES = 3;

    private final Map<EntryField, Map<LossKind, Count>> counts = new EnumMap<>(EntryField.class);

    private static final class Count {
        private final List<String> samples = new ArrayList<>();
        private long entries;
    }

    /** Counts the losses of one entry. */
    public void add(String sourceId, Map<EntryField, Set<LossKind>> losses) {
        losses.forEach((field, kinds) -> kinds.forEach(kind -> {
            Count count = counts.computeIfAbsent(field, key -> new EnumMap<>(LossKind.class))
                    .computeIfAbsent(kind, key -> new Count());
            count.entries++;
            if (count.samples.size() < MAX_SAMPLES) {
                count.samples.add(sourceId);
            }
        }));
    }

    /** Returns the counts so far; their shares are relative to this number of entries. */
    public List<FieldLoss> losses(long entries) {
        List<FieldLoss> losses = new ArrayList<>();
        counts.forEach((field, kinds) -> kinds.forEach((kind, count) -> losses.add(FieldLoss.of(
                field, kind, count.entries, (double) count.entries / Math.max(1, entries), count.samples))));
        return losses;
    }
}
