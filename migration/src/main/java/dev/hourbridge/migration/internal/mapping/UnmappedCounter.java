package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.Unmapped;
import dev.hourbridge.migration.internal.mapping.MappingResult.Missing;
import dev.hourbridge.model.EntryField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the ids of the source that the mapping must contain but does not.
 *
 * <p>The report names each id once, with the number of its entries, so a user can complete the mapping in one pass.
 * Used by one thread.
 */
public final class UnmappedCounter {
    private final Map<Key, Count> counts = new LinkedHashMap<>();

    private record Key(EntryField kind, String id) {}

    private static final class Count {
        private Optional<String> name = Optional.empty();
        private long entries;
    }

    /** Counts an id of one entry. */
    public void add(Missing missing) {
        Count count = counts.computeIfAbsent(new Key(missing.kind(), missing.id()), key -> new Count());
        count.entries++;
        count.name = count.name.or(missing::name);
    }

    /** Returns the counts so far. */
    public List<Unmapped> unmapped() {
        return counts.entrySet().stream()
                .map(each -> Unmapped.of(
                        each.getKey().kind(), each.getKey().id(), each.getValue().name, each.getValue().entries))
                .toList();
    }
}
