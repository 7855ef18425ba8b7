package dev.hourbridge.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable and thread-safe if its items are.
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
     * Returns a page of a list that does not state its number of items.
     *
     * @param next the next page; null if this is the last page
     */
    public static <T> Page<T> of(List<T> items, @Nullable PageToken next) {
        return new Page<>(items, next, -1);
    }

    /**
     * Returns a page of a list whose total is known.
     *
     * @param next the next page; null if this is the last page
     * @param total the number of items in the whole list, before any filtering by the client
     */
    public static <T> Page<T> of(List<T> items, @Nullable PageToken next, long total) {
        return new Page<>(items, next, total);
    }

    /** Returns the items, in order; unmodifiable. */
    public List<T> items() {
        return items;
    }

    /** Returns the next page; empty if this is the last page, or if the list cannot be resumed. */
    public Optional<PageToken> next() {
        return Optional.ofNullable(next);
    }

    /** Returns the number of items in the whole list as reported by the service, before any filtering by the client. */
    public OptionalLong total() {
        return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }
}
