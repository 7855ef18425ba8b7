package dev.hourbridge.simulators.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What recent queries select, each computed once for all pages of a list until an entry changes. Guarded by the server's
 * lock.
 *
 * @param <E> an entry as the service holds it
 */
public final class Selections<E> {
    private static final int MAX_SELECTIONS = 16;

    /** By query, in the order of last use. */
    private final Map<String, List<E>> selections = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Returns what a query selects.
     *
     * @param key the conditions and the order, without the page
     * @param query computes the selection if it is not known
     */
    public List<E> get(String key, Supplier<List<E>> query) {
        List<E> known = selections.get(key);
        if (known != null) {
            return known;
        }
        if (selections.size() >= MAX_SELECTIONS) {
            selections.remove(selections.keySet().iterator().next());
        }
        List<E> selected = query.get();
        selections.put(key, selected);
        return selected;
    }

    /** Forgets all selections, since an entry or a permission changed. */
    public void clear() {
        selections.clear();
    }
}
