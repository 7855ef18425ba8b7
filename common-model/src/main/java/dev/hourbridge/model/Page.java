package dev.hourbridge.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable if its items are, and safe for use by several threads.
 *
 * @param <T> the items' type
 */
public final class Page<T> {
    private final List<T> items;
    private final @Nullable PageToken next;
    private final long total;

    private Page(List<T> items, @Nullable PageToken next, long total) {
        this.items = List.copyOf(items);
        this.next = next;
        this.total = total;
    }

    /**
     * Returns a page of a list that does not announce its number of items.
     *
     * @param next the page after it; null if it is the last
     */
    public static <T> Page<T> of(List<T> items, @Nullable PageToken next) {
        return new Page<>(items, next, -1);
    }

    /**
     * Creates a page of a list whose total is known.
     *
     * @param next the page after it; null if it is the last
     * @param total how many items the whole list has, before any filter of the client's own
     */
    public static <T> Page<T> of(List<T> items, @Nullable PageToken next, long total) {
        return new Page<>(items, next, total);
    }

    /** Returns the items, in order; unmodifiable. */
    public List<T> items() {
        return items;
    }

    /** Returns the page after it; empty if it is the last, or if the list cannot be resumed. */
    public Optional<PageToken> next() {
        return Optional.ofNullable(next);
    }

    /** Returns the total of the whole list that the service reported, before any filter of the client's own. */
    public OptionalLong total() {
        return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }
}
