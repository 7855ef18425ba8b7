package dev.hourbridge.model;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The pages of a list, read once. They close themselves at the end and on an error. If you do not read them to the end,
 * close them.
 *
 * <!-- with: TimeTracker tracker, TimeEntryQuery query, BiConsumer<List<TimeEntry>, Optional<PageToken>> store -->
 * <pre>{@code
 * try (Pages<TimeEntry> pages = tracker.list(query).pages()) {
 *   for (Page<TimeEntry> page : pages) {
 *     store.accept(page.items(), page.next());
 *   }
 * }
 * }</pre>
 *
 * <p>As with a {@link java.nio.file.DirectoryStream}, you can iterate over the pages only once. Use them from one
 * thread only, but you may call {@link #close()} from any thread.
 *
 * @param <T> the type of the items
 */
public final class Pages<T> implements Iterable<Page<T>>, AutoCloseable {
    private final CloseableIterator<Page<T>> pages;
    private final AtomicBoolean isIterated = new AtomicBoolean();

    /** Creates pages from an iterator. Intended for implementers of {@link TimeTracker}. */
    public Pages(CloseableIterator<Page<T>> pages) {
        this.pages = pages;
    }

    /**
     * Returns the iterator over the pages. Closing either closes both.
     *
     * @throws IllegalStateException if this method was already called
     */
    @Override
    public CloseableIterator<Page<T>> iterator() {
        if (!isIterated.compareAndSet(false, true)) {
            throw new IllegalStateException("The pages can be iterated over only once. Call pages() again.");
        }
        return pages;
    }

    /** Releases the resources. Idempotent; has no effect after the end of the list. */
    @Override
    public void close() {
        pages.close();
    }
}
