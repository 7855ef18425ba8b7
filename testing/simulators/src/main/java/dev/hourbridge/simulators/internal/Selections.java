package dev.hourbridge.simulators.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The results of recent queries. Each is computed once for all pages of a list, until an entry changes. Guarded by the
 * server's lock.
 *
 * @param <E> the type of the entries that the service stores
 */
public final class Selections<E> {
    private static final int MAX_SELECTIONS = 16;

    /** The selections by query, in the order of last use. */
    private final Map<String, List<E>> selections = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Returns the selection of a query.
     *
     * @param key the conditions and the order, without the page
     * @param query computes the selection if it is unknown
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

    /** Removes all selections, because an entry or a permission has changed. */
    public void clear() {
        selections.clear();
    }
}
